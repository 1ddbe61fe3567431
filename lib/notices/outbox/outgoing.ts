import { dayOf } from '@/lib/domain/days'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import type { Personal } from '@/lib/cancellation/rules/particulars'
import { deathsKnown } from '@/lib/cancellation/queries/deaths'
import { cancelledAmong } from '@/lib/cancellation/queries/live'
import { type NoticeData, noticeDataByRequest } from '@/lib/cancellation/queries/notice-data'
import { unsealJson } from '@/lib/db/sealing'
import { servingEnv } from '@/lib/env'
import { publishedRevision } from '@/lib/guide/queries/published'
import { customerDates } from '@/lib/i18n/dates'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { type Language, composedFor, languageOf } from '../compose'
import type { NoticeChannel } from '../due'
import type { NoticeKind } from '../kinds'
import type { Outgoing } from '../gateways/gateway'
import { noticeTextsAt } from '../queries'
import type { NoticeText } from '../text'
import type { NoticeFault } from './states'
import { waitsOf } from './waits'

export type NoticeRow = {
  id: string
  requestId: string
  kind: NoticeKind
  channel: NoticeChannel
  textVersion: number
  values: Record<string, string>
  sealed: Uint8Array | null
  state: string
  attempts: number
}

/** Associated data of a notice's encrypted values. */
export const noticePlace = (requestId: string, id: string) => `notice|${requestId}|${id}`

/** The columns that a notice is prepared from. */
type Notice = Pick<
  NoticeRow,
  'id' | 'requestId' | 'kind' | 'channel' | 'textVersion' | 'values' | 'sealed'
>
type Ready = Result<Omit<Outgoing, 'id'>, Refusal<NoticeFault>>

/**
 * Prepares notices for sending, in their order, with a constant number of statements; refused when
 * the contact is gone, is a number that has been cancelled (F31, P5), or is a dead person's (P29).
 */
export async function outgoingOf(notices: readonly Notice[], now: Date): Promise<Ready[]> {
  const [told, wordsOf] = await Promise.all([
    noticeDataByRequest(notices.map(({ requestId }) => requestId)),
    noticeTextsAt(notices),
  ])
  const numbers = notices.flatMap(({ requestId, channel }) =>
    channel === 'text' ? (contactOf(told.get(requestId)?.personal, channel) ?? []) : [],
  )
  const cancelled = await cancelledAmong(numbers, dayOf(now))
  const deaths = await deathsKnown([...told.values()])
  return Promise.all(
    notices.map((notice) =>
      deaths.has(notice.requestId)
        ? refused({ code: 'holder_died' as const })
        : readyOf(notice, told.get(notice.requestId), wordsOf(notice), cancelled, now),
    ),
  )
}

async function readyOf(
  notice: Notice,
  found: NoticeData | undefined,
  words: NoticeText,
  cancelled: ReadonlySet<string>,
  now: Date,
): Promise<Ready> {
  if (!found?.personal) return refused({ code: 'contact_gone' })
  const { record, personal, store, carrier, keys } = found
  const to = contactOf(personal, notice.channel)
  if (!to) return refused({ code: 'contact_gone' })
  if (notice.channel === 'text' && cancelled.has(to)) return refused({ code: 'number_cancelled' })

  const own =
    notice.sealed && keys.personal
      ? (unsealJson(keys.personal, noticePlace(record.id, notice.id), notice.sealed) as Record<
          string,
          string
        >)
      : {}
  const { content } = await publishedRevision(record.revisionId)
  const stepName = (id: string, language: Language) =>
    content.steps.find((step) => step.id === id)?.title[language] ?? id
  const dayIn = (day: string, language: Language) => customerDates(locales[language], now).day(day)
  const said = {
    kind: notice.kind,
    record,
    personal,
    store,
    carrier,
    values: { ...notice.values, ...own },
    link: linkTo(record),
    stepName,
    dayIn,
    momentIn: (moment: string, language: Language) =>
      customerDates(locales[language], now).moment(moment),
    waitsIn: await waitsOf(found, dayIn, now),
  }
  return done({ to, ...composedFor(notice.channel, words, said, languageOf(record)) })
}

const contactOf = (personal: Personal | null | undefined, channel: NoticeChannel) =>
  channel === 'mail' ? personal?.contactEmail : personal?.contactPhone

// Link to the look-up, not the slip's link: a contact may have been mistyped, and the slip's link
// gives full access.
const linkTo = ({ reference }: RequestRecord) =>
  new URL(`/status?reference=${reference}`, servingEnv().BASE_URL).href

const locales = { zh: 'zh-CN', en: 'en' } as const
