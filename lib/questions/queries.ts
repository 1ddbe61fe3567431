import { accountNames } from '@/lib/accounts/queries'
import { type Day, dayOf } from '@/lib/domain/days'
import { noticeDataByRequest } from '@/lib/cancellation/queries/notice-data'
import { database } from '@/lib/db/client'
import { keyService } from '@/lib/db/key-service'
import { unsealJson } from '@/lib/db/sealing'
import type { NoticeState } from '@/lib/notices/outbox/states'
import type { QuestionKind } from './kinds'
import { unreachableAmong } from './reach'
import type { QuestionWords } from './schemas'

/** Associated data of a question's key and words. */
export const questionPlace = (id: string) => `question|${id}`

export type QuestionView = QuestionWords & {
  id: string
  number: string
  kind: QuestionKind
  reference: string | null
  askedAt: string
  due: Day
  overdue: boolean
  /** Unanswered, and no answer can be sent: the only contact is a cancelled number. */
  unreachable: boolean
  answeredAt: string | null
  answeredBy: string | null
  /** Delivery state of the answer; for a request's question only `skipped`, else null. */
  answerState: NoticeState | null
  /** It may have been delivered twice. */
  answerUncertain: boolean
}
type Row = {
  id: string
  number: string
  kind: string
  requestId: string | null
  key: Uint8Array | null
  sealed: Uint8Array
  askedAt: Date
  due: Date
  answeredAt: Date | null
  answeredBy: string | null
  answerState: string | null
  answerUncertain: boolean
}

/** Maximum rows of the queue: waiting ones, and the most recently answered. */
export const queueShows = { waiting: 100, answered: 50 }

/**
 * Questions of these stores and of none: unanswered ones by due day, then answered ones, newest
 * first. `more`: the list was truncated.
 */
export async function questionsOf(
  stores: readonly string[],
  now: Date,
): Promise<{ questions: QuestionView[]; more: boolean }> {
  const theirs = { OR: [{ storeId: null }, { storeId: { in: [...stores] } }] }
  const [waiting, answered] = await Promise.all([
    database().question.findMany({
      where: { ...theirs, answeredAt: null },
      orderBy: [{ due: 'asc' }, { id: 'asc' }],
      take: queueShows.waiting + 1,
    }),
    database().question.findMany({
      where: { ...theirs, answeredAt: { not: null } },
      orderBy: { answeredAt: 'desc' },
      take: queueShows.answered + 1,
    }),
  ])
  const rows = [...waiting.slice(0, queueShows.waiting), ...answered.slice(0, queueShows.answered)]
  return {
    questions: await opened(rows, now),
    more: rows.length < waiting.length + answered.length,
  }
}

/** A question as its asker sees it, by its number only; null when there is none. */
export async function questionByNumber(number: string, now: Date): Promise<QuestionView | null> {
  const row = await database().question.findUnique({ where: { number } })
  return row ? ((await opened([row], now))[0] ?? null) : null
}

/** A question by its id; null when there is none. */
export async function questionById(id: string, now: Date): Promise<QuestionView | null> {
  const row = await database().question.findUnique({ where: { id } })
  return row ? ((await opened([row], now))[0] ?? null) : null
}

/** The questions asked from a request's page. */
export const questionsOfRequest = async (requestId: string, now: Date) =>
  opened(
    await database().question.findMany({ where: { requestId }, orderBy: { id: 'desc' }, take: 20 }),
    now,
  )

/**
 * The number of questions in this period, of complaints among them, and of those answered in time.
 */
export async function questionFigures(
  storeIds: readonly string[],
  from: Day,
  to: Day,
): Promise<{ asked: number; complaints: number; answered: number; inTime: number }> {
  const [row] = await database().$queryRaw<
    { asked: number; complaints: number; answered: number; inTime: number }[]
  >`
    select count(*)::int as asked, count(*) filter (where kind = 'complaint')::int as complaints,
      count(answered_at)::int as answered,
           count(*) filter (
             where (answered_at at time zone 'Asia/Shanghai')::date <= due
           )::int as "inTime"
    from question where (store_id is null or store_id = any(${[...storeIds]}::uuid[]))
      and asked_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'
      and asked_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`
  return row ?? { asked: 0, complaints: 0, answered: 0, inTime: 0 }
}

async function opened(rows: readonly Row[], now: Date): Promise<QuestionView[]> {
  const [told, names] = await Promise.all([
    noticeDataByRequest(rows.flatMap(({ requestId }) => requestId ?? [])),
    accountNames(rows.flatMap(({ answeredBy }) => answeredBy ?? [])),
  ])
  const spoken = rows.map((row) => ({
    ...row,
    day: row.due.toISOString().slice(0, 10),
    words: wordsOf(row),
    told: told.get(row.requestId ?? ''),
  }))
  const waiting = spoken.filter(({ answeredAt }) => !answeredAt)
  const askers = waiting.map((one) => ({ id: one.id, contact: one.words.contact, told: one.told }))
  const unreachable = await unreachableAmong(askers, dayOf(now))
  return spoken.map((one) => ({
    ...one.words,
    ...{ id: one.id, number: one.number, kind: one.kind as QuestionKind, due: one.day },
    reference: one.told?.record.reference ?? null,
    askedAt: one.askedAt.toISOString(),
    overdue: !one.answeredAt && one.day < dayOf(now),
    unreachable: unreachable.has(one.id),
    answeredAt: one.answeredAt?.toISOString() ?? null,
    answeredBy: names.get(one.answeredBy ?? '') ?? null,
    answerState: one.answerState as NoticeState | null,
    answerUncertain: one.answerUncertain,
  }))
}

function wordsOf({ id, key, sealed }: Row): QuestionWords {
  if (!key) return { words: '' }
  const opening = keyService().unwrap(questionPlace(id), key)
  return unsealJson(opening, questionPlace(id), sealed) as QuestionWords
}
