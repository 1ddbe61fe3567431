import { accountNames } from '@/lib/accounts/queries'
import { type Day, dayOf } from '@/lib/calendar/dates'
import { database } from '@/lib/db/client'
import { keyService } from '@/lib/db/key-service'
import { unsealJson } from '@/lib/db/sealing'
import type { NoticeState } from '@/lib/notices/outbox/states'
import type { QuestionKind } from './kinds'
import type { QuestionWords } from './schemas'

/** Where the key and the words of a question belong. */
export const questionPlace = (id: string) => `question|${id}`

export type QuestionShown = QuestionWords & { id: string; number: string; kind: QuestionKind; reference: string | null; askedAt: string; due: Day; overdue: boolean; answeredAt: string | null; answeredBy: string | null; /** How the answer's way to the contact stands, of a question without a request. */ answerState: NoticeState | null; /** It may have gone twice. */ answerUncertain: boolean }
type Row = { id: string; number: string; kind: string; requestId: string | null; key: Uint8Array | null; sealed: Uint8Array; askedAt: Date; due: Date; answeredAt: Date | null; answeredBy: string | null; answerState: string | null; answerUncertain: boolean }

/** How many the queue shows at most, of those that wait and of those that were answered last. */
export const queueShows = { waiting: 100, answered: 50 }

/** The questions of these stores and those that belong to none: unanswered ones by their day, then the answered, newest first. `more`: there are others. */
export async function questionsOf(stores: readonly string[], now: Date): Promise<{ questions: QuestionShown[]; more: boolean }> {
  const theirs = { OR: [{ storeId: null }, { storeId: { in: [...stores] } }] }
  const [waiting, answered] = await Promise.all([
    database().question.findMany({ where: { ...theirs, answeredAt: null }, orderBy: [{ due: 'asc' }, { id: 'asc' }], take: queueShows.waiting + 1 }),
    database().question.findMany({ where: { ...theirs, answeredAt: { not: null } }, orderBy: { answeredAt: 'desc' }, take: queueShows.answered + 1 }),
  ])
  const rows = [...waiting.slice(0, queueShows.waiting), ...answered.slice(0, queueShows.answered)]
  return { questions: await opened(rows, now), more: rows.length < waiting.length + answered.length }
}

/** What its asker sees of a question, by its number alone; null when there is none. */
export async function questionByNumber(number: string, now: Date): Promise<QuestionShown | null> {
  const row = await database().question.findUnique({ where: { number } })
  return row ? ((await opened([row], now))[0] ?? null) : null
}

/** The questions asked from a request's own page. */
export const questionsOfRequest = async (requestId: string, now: Date) => opened(await database().question.findMany({ where: { requestId }, orderBy: { id: 'desc' }, take: 20 }), now)

/** How many were asked in these days, how many of them complaints, and how many of the answered ones in time. */
export async function questionFigures(storeIds: readonly string[], from: Day, to: Day): Promise<{ asked: number; complaints: number; answered: number; inTime: number }> {
  const [row] = await database().$queryRaw<{ asked: number; complaints: number; answered: number; inTime: number }[]>`
    select count(*)::int as asked, count(*) filter (where kind = 'complaint')::int as complaints, count(answered_at)::int as answered,
           count(*) filter (where (answered_at at time zone 'Asia/Shanghai')::date <= due)::int as "inTime"
    from question where (store_id is null or store_id = any(${[...storeIds]}::uuid[]))
      and asked_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai' and asked_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`
  return row ?? { asked: 0, complaints: 0, answered: 0, inTime: 0 }
}

async function opened(rows: readonly Row[], now: Date): Promise<QuestionShown[]> {
  const requests = await database().request.findMany({ where: { id: { in: rows.flatMap(({ requestId }) => requestId ?? []) } }, select: { id: true, reference: true } })
  const names = await accountNames(rows.flatMap(({ answeredBy }) => answeredBy ?? []))
  return rows.map(({ id, number, kind, requestId, key, sealed, askedAt, due, answeredAt, answeredBy, answerState, answerUncertain }) => {
    const words = key ? (unsealJson(keyService().unwrap(questionPlace(id), key), questionPlace(id), sealed) as QuestionWords) : { words: '' }
    const day = due.toISOString().slice(0, 10)
    return {
      ...words, id, number, kind: kind as QuestionKind, reference: requests.find((one) => one.id === requestId)?.reference ?? null, askedAt: askedAt.toISOString(), due: day,
      overdue: !answeredAt && day < dayOf(now), answeredAt: answeredAt?.toISOString() ?? null, answeredBy: names.get(answeredBy ?? '') ?? null, answerState: answerState as NoticeState | null, answerUncertain,
    }
  })
}
