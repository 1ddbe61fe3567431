import { z } from 'zod'
import { type Day, addDays, dayOf } from '@/lib/domain/days'
import type { Refusal } from '@/lib/result'
import type { CardCustody, RequestRecord } from './request-record'

// Tracks the customer's card after it was handed in: in a store's bag, transferred to another store
// with its request, handed back, or destroyed. None of this changes the request's state. Each way
// out records a name.

const name = z.string('required').trim().min(1, 'required').max(100, 'too_long')

export const custodySchemas = {
  bag_card: z.strictObject({}),
  hand_card_back: z.strictObject({ to: name }),
  pass_card: z.strictObject({ to: name }),
  destroy_card: z.strictObject({ witness: name }),
} as const

export type CustodyAct = keyof typeof custodySchemas
export const isCustodyAct = (type: string): type is CustodyAct =>
  Object.hasOwn(custodySchemas, type)

export type CustodyRefusal = Refusal<
  'no_card' | 'nothing_owed' | 'already_in_bag' | 'card_follows' | 'not_uncollected_yet'
>

/** Whether this action is allowed on a request's card today: null, or the refusal. */
export function judgeCustody(
  act: CustodyAct,
  record: RequestRecord,
  uncollectedDays: number,
  today: Day,
): CustodyRefusal | null {
  const { card, cardOwed } = record
  if (!card || card.gone) return { code: 'no_card' }
  if (act === 'bag_card') return card.bag ? { code: 'already_in_bag' } : null
  if (act === 'hand_card_back') return cardOwed ? null : { code: 'nothing_owed' }
  if (act === 'pass_card') return card.store === record.store ? { code: 'card_follows' } : null
  const uncollected = uncollectedFrom(record, uncollectedDays)
  return uncollected !== null && uncollected <= today
    ? null
    : { code: cardOwed ? 'not_uncollected_yet' : 'nothing_owed' }
}

/** The day from which an owed but uncollected card may be destroyed; null when no card is owed. */
export const uncollectedFrom = (
  { cardOwed, endedAt }: Pick<RequestRecord, 'cardOwed' | 'endedAt'>,
  uncollectedDays: number,
): Day | null => (cardOwed && endedAt ? addDays(dayOf(new Date(endedAt)), uncollectedDays) : null)

type After = Partial<Pick<RequestRecord, 'card' | 'cardOwed'>>

/** The card after a custody event; `facts.bag` is the bag that it is put into or destroyed with. */
export function cardAfterEvent(
  act: CustodyAct,
  { card, store }: RequestRecord,
  facts: { bag?: string | null },
): After {
  if (!card) return {}
  switch (act) {
    case 'bag_card':
      return { card: { ...card, bag: facts.bag ?? null } }
    case 'pass_card':
      return { card: { ...card, store, bag: null } }
    case 'hand_card_back':
      return { card: { ...card, bag: null, gone: 'handed_back' }, cardOwed: false }
    case 'destroy_card':
      return { card: { ...card, bag: facts.bag ?? null, gone: 'destroyed' }, cardOwed: false }
  }
}

/** The card after its return was noted or corrected. Once taken, only a custody event moves it. */
export function cardNoted(
  { card, store }: RequestRecord,
  outcome: Record<string, unknown>,
  bag: string | null,
): CardCustody | null {
  if (outcome.state !== 'returned') return null
  return card && !card.gone ? card : { store, bag, gone: null }
}
