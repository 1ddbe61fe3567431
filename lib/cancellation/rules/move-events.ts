import type { WorkingCalendar } from '@/lib/calendar/working-days'
import { callQuestion } from './call-question'
import { approvalAsksOfCall } from './calls'
import { type RequestRecord, noteOfKind, touchedBy } from './request-record'
import type { LaterMove } from './move-inputs'
import { reinstatableUntil } from './questions'
import { dayAfter, promisesFrom, resumed, thenUntil } from './promises'
import { refundTermsAt } from './refund-terms'
import type { EventBody } from './events'
import type { Situation } from './situation'

/** A move's event: plain facts, and the words to encrypt. */
export type MoveEvent = EventBody<LaterMove> & { personal: Record<string, unknown> | null }

/** Dependencies that only the writer can supply. */
export type Brought = {
  calendar: WorkingCalendar
  newReceiptNumber(): string
  now: Date
  receivingStore?: string | undefined
}

type Judged = Situation & { record: RequestRecord }

/** The event for a move that was judged allowed. */
export function moveEvent(move: LaterMove, situation: Judged, brought: Brought): MoveEvent {
  const { words, explained, ...typed } = situation.input
  // A reason that nothing asked for is not kept.
  const input = { ...typed, ...(approvalAsksOfCall(situation.record) && { explained }) }
  return { ...factsOf(move, situation, brought), personal: sealedWords(move, input, words) }
}

// Typed text is encrypted; codes and days are plain. A carrier's refusal is encrypted entirely: its
// reason is typed and no fact needs its day.
const plain = [
  'reason',
  'on',
  'carrierCancelledIt',
  'identityMatched',
  'otherHolderMatched',
  'slipCode',
  'slipSigned',
  'step',
]

function sealedWords(move: LaterMove, input: Record<string, unknown>, words: string | undefined) {
  const leftOut = move === 'carrier_refuse' ? [] : plain
  const typed = Object.entries(input).filter(
    ([key, value]) => !leftOut.includes(key) && value !== undefined,
  )
  const said = { ...Object.fromEntries(typed), ...(words && { words }) }
  return Object.keys(said).length ? said : null
}

function factsOf(move: LaterMove, situation: Judged, brought: Brought): EventBody<LaterMove> {
  const { record, policy, input, today, actor } = situation
  const { calendar, now } = brought
  const reason = typeof input.reason === 'string' ? { reason: input.reason } : {}
  switch (move) {
    case 'submit': {
      const atCarrier = noteOfKind(record, 'carrier_submission')?.outcome.submittedOn
      const from = (record.channel === 'online' && atCarrier) || today
      const promises = promisesFrom(from, policy, calendar, 'from_submission')
      return { type: move, facts: { promises } }
    }
    case 'ask': {
      const asked = (input.items ?? []).filter((item) => item.words).map(({ step }) => ({ step }))
      return { type: move, facts: { asked, pausedOn: today } }
    }
    case 'supply': {
      const { decision } = record.promises
      const from = record.pausedOn ?? today
      const promises = decision && resumed(decision, from, today, policy, calendar)
      return { type: move, facts: { pausedOn: null, ...(promises && { promises }) } }
    }
    case 'take_back': {
      const promises = { decision: null, end: null }
      return { type: move, facts: { ...reason, pausedOn: null, asked: [], promises } }
    }
    case 'reject':
      return { type: move, facts: { ...reason, ...(input.step && { step: input.step }) } }
    case 'carrier_refuse': {
      const promises = promisesFrom(today, policy, calendar, 'carrier_refused')
      return { type: move, facts: { promises } }
    }
    case 'note_pre_cancelled': {
      const on = String(input.on)
      const reckoned = { from: on, workingDays: 0, ...thenUntil(policy.preCancelEnds) }
      const reinstateUntil = dayAfter(on, reckoned)
      const reasonOfEnd = 'pre_cancelled' as const
      const end = { date: reinstateUntil, estimated: false, reason: reasonOfEnd, reckoned }
      return { type: move, facts: { preCancelled: { on, reinstateUntil }, promises: { end } } }
    }
    case 'complete': {
      const receipt = { number: brought.newReceiptNumber(), issuedAt: now.toISOString() }
      const until = reinstatableUntil(record, today)
      const confirmedOn = input.on ?? today
      const refundTerms = refundTermsAt(confirmedOn, record.refund, policy.refund, calendar)
      const more = {
        ...(until && { reinstatableUntil: until }),
        ...(refundTerms && { refundTerms }),
      }
      return { type: move, facts: { confirmedOn, receipt, ...more } }
    }
    case 'approve':
      return {
        type: move,
        facts: {
          ...(touchedBy(record, actor.id) && { override: true as const }),
          ...(approvalAsksOfCall(record) && { explained: [callQuestion] }),
        },
      }
    case 'transfer':
      return {
        type: move,
        facts: {
          ...(brought.receivingStore && { store: brought.receivingStore }),
          // The slip was lost and the identity matched again: its finder must not gain access.
          ...(!situation.slipCodeRight && { slipReplaced: true as const }),
        },
      }
    case 'withdraw':
    case 'recall':
    case 'reinstate':
    case 'lapse':
    case 'displace':
      return { type: move, facts: reason }
  }
}
