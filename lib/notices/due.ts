import { type Day, addDays, dayOf } from '@/lib/domain/days'
import { daysFromReminderToLapse } from '@/lib/cancellation/rules/demands'
import type { AnyFacts } from '@/lib/cancellation/rules/events'
import { promiseDue } from '@/lib/cancellation/rules/promise-due'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import type { CallOutcome } from '@/lib/domain/coded-values'
import type { NoticeKind } from './kinds'

/**
 * A notice triggered by an event, with its non-personal values; everything else is read from the
 * request on sending.
 */
export type DueNotice = {
  kind: NoticeKind
  /** `until`: a moment; `missed`: a count. */
  values: { day?: Day; receipt?: string; until?: string; missed?: string }
}

const day = (on: Day | null | undefined) => (on ? { day: on } : {})

const callExpected = ({ call }: RequestRecord): DueNotice => ({
  kind: 'call_expected',
  values: call?.until ? { until: call.until } : {},
})

/** What a customer is told of the carrier's call (P15); nothing once it was answered. */
function noticeOfCall(called: CallOutcome | undefined, record: RequestRecord): DueNotice | null {
  if (called === 'phone_dead') return callExpected(record)
  if (record.call?.state === 'ended') return { kind: 'call_ended', values: {} }
  return called === 'missed'
    ? { kind: 'call_missed', values: { missed: String(record.call?.missed ?? 1) } }
    : null
}

/** The notice for the customer after this event; null when none is due. */
export function noticeAfter(
  type: string,
  record: RequestRecord,
  facts: AnyFacts = {},
): DueNotice | null {
  switch (type) {
    case 'note':
      if (facts.call) return callExpected(record)
      return facts.promises
        ? { kind: 'promise_changed', values: day(promiseDue(record)?.date) }
        : null
    case 'note_call':
      return noticeOfCall(facts.called, record)
    case 'open':
      return { kind: 'recorded', values: {} }
    case 'submit':
    case 'supply':
      return { kind: 'submitted', values: day(record.promises.decision?.date) }
    case 'ask':
      return { kind: 'needs_info', values: {} }
    case 'take_back':
      return { kind: 'taken_back', values: {} }
    case 'approve':
      return { kind: 'approved', values: day(record.promises.end?.date) }
    case 'carrier_refuse':
    case 'reckon_anew':
      return { kind: 'promise_changed', values: day(promiseDue(record)?.date) }
    case 'note_pre_cancelled':
      return { kind: 'pre_cancelled', values: day(record.preCancelled?.reinstateUntil) }
    case 'complete':
      return { kind: 'completed', values: record.receipt ? { receipt: record.receipt.number } : {} }
    case 'reject':
      return { kind: 'rejected', values: {} }
    case 'withdraw':
    case 'recall':
    case 'reinstate':
      return { kind: 'withdrawn', values: {} }
    case 'remind':
      return {
        kind: 'lapse_reminder',
        values: day(
          record.remindedAt && addDays(dayOf(new Date(record.remindedAt)), daysFromReminderToLapse),
        ),
      }
    case 'remind_aftercare':
      return { kind: 'aftercare_reminder', values: {} }
    case 'lapse':
      return { kind: 'lapsed', values: {} }
    case 'tell_day_come':
      return { kind: 'day_come', values: day(record.flagged.dayCome) }
    default:
      return null
  }
}

export type NoticeChannel = 'mail' | 'text'

/** The channels by which the request's customer can be reached. */
export const channelsOf = ({ contact }: Pick<RequestRecord, 'contact'>): NoticeChannel[] => [
  ...(contact.email ? ['mail' as const] : []),
  ...(contact.phone ? ['text' as const] : []),
]
