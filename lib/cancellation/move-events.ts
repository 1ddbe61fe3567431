import { addDays } from '@/lib/calendar/dates'
import type { WorkingCalendar } from '@/lib/calendar/working-days'
import { type RequestRecord, noteOfKind, touchedBy } from './facts'
import type { LaterMove } from './move-inputs'
import { promisesFrom, resumed } from './promises'
import type { EventFacts } from './event-facts'
import type { Situation } from './situation'

/** What a move's event says: plain facts, and the words that are sealed. */
export type Said = { facts: EventFacts; personal: Record<string, unknown> | null }

/** What only the writer can bring: the calendar, a receipt's number, the store that takes a request over. */
export type Brought = { calendar: WorkingCalendar; newReceiptNumber(): string; now: Date; receivingStore?: string }

/** The event of a move that was judged allowed. */
export function saidBy(move: LaterMove, situation: Situation & { record: RequestRecord }, brought: Brought): Said {
  const { words, ...input } = situation.input as Record<string, unknown> & { words?: string }
  return { facts: factsOf(move, situation, brought), personal: sealedWords(move, input, words) }
}

// Everything a person typed is sealed; codes and days are plain. Of a carrier's refusal the reason
// is typed, and no fact holds the day: all of it is sealed.
const plain = ['reason', 'on', 'carrierCancelledIt', 'identityMatched', 'otherHolderMatched', 'slipCode', 'step']

function sealedWords(move: LaterMove, input: Record<string, unknown>, words: string | undefined) {
  const leftOut = move === 'carrier_refuse' ? [] : plain
  const typed = Object.entries(input).filter(
    ([key, value]) => !leftOut.includes(key) && value !== undefined,
  )
  const said = { ...Object.fromEntries(typed), ...(words && { words }) }
  return Object.keys(said).length ? said : null
}

function factsOf(move: LaterMove, situation: Situation & { record: RequestRecord }, brought: Brought): EventFacts {
  const { record, policy, input, today, actor } = situation
  const { calendar, now } = brought
  const reason = typeof input.reason === 'string' ? { reason: input.reason } : {}
  switch (move) {
    case 'submit': {
      const atCarrier = noteOfKind(record, 'carrier_submission')?.outcome.submittedOn as string | undefined
      return { promises: promisesFrom((record.channel === 'online' && atCarrier) || today, policy, calendar, 'from_submission') }
    }
    case 'ask': {
      const items = input.items as { step: string; words?: string }[]
      return { asked: items.filter((item) => item.words).map(({ step }) => ({ step })), pausedOn: today }
    }
    case 'supply': {
      const { decision } = record.promises
      return { pausedOn: null, ...(decision && { promises: resumed(decision, record.pausedOn ?? today, today, policy, calendar) }) }
    }
    case 'take_back':
      return { ...reason, pausedOn: null, asked: [], promises: { decision: null, end: null } }
    case 'reject':
      return { ...reason, ...(typeof input.step === 'string' && { step: input.step }) }
    case 'carrier_refuse':
      return { promises: promisesFrom(today, policy, calendar, 'carrier_refused') }
    case 'note_pre_cancelled': {
      const on = String(input.on)
      const reinstateUntil = addDays(on, policy.reinstateDays)
      return { preCancelled: { on, reinstateUntil }, promises: { end: { date: reinstateUntil, estimated: false, reason: 'pre_cancelled', reckoned: { from: on, workingDays: 0, thenDays: policy.reinstateDays } } } }
    }
    case 'complete':
      return { confirmedOn: (input.on as string | undefined) ?? today, receipt: { number: brought.newReceiptNumber(), issuedAt: now.toISOString() } }
    case 'approve':
      return touchedBy(record, actor.id) ? { override: true } : {}
    case 'transfer':
      return {
        ...(brought.receivingStore && { store: brought.receivingStore }),
        // The slip was lost and identity matched again: who finds it must not come in by it.
        ...(!situation.slipCodeRight && { slipReplaced: true as const }),
      }
    default:
      return reason
  }
}
