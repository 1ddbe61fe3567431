import { z } from 'zod'
import type { Refusal } from '@/lib/result'
import { optionalWords as words } from './input-fields'
import { handedOverSteps } from './handing-over'
import type { RequestRecord } from './request-record'
import { type JudgedActor, worksAtStore } from './situation'
import { type RefundState, ratings, refundStates } from '@/lib/domain/coded-values'

// Actions beside the moves that do not change the state: following up a refund (P9), assigning the
// request, reprinting a receipt or taking back that it was handed over, rating by the customer.
// Custody of the card is in custody.ts.

export const dutySchemas = {
  note_refund: z.strictObject({
    refund: z.enum(refundStates, 'required').exclude(['none']),
    words,
  }),
  assign: z.strictObject({ assignee: z.uuid('required').nullable() }),
  reprint_receipt: z.strictObject({}),
  undo_hand_over: z.strictObject({}),
  rate: z.strictObject({ rating: z.enum(ratings, 'required') }),
} as const

export type Duty = keyof typeof dutySchemas
export type DutyInputs = { [D in Duty]: z.output<(typeof dutySchemas)[D]> }
export const isDuty = (name: string): name is Duty => Object.hasOwn(dutySchemas, name)

/** Refund states reachable from each state; `paid` and `waived` are final. */
export const refundLeadsTo: Record<RefundState, readonly RefundState[]> = {
  none: [],
  pending: ['paid', 'failed', 'waived'],
  failed: ['pending', 'paid', 'waived'],
  paid: [],
  waived: [],
}

export type DutyRefusal = Refusal<'not_yours' | 'ended' | 'nothing_owed'>

/**
 * Whether this may be noted now. `assignee` is null to release; the writer checks that the assignee
 * works at the store.
 */
export function judgeDuty<D extends Duty>(
  duty: D,
  input: DutyInputs[D],
  record: RequestRecord,
  actor: JudgedActor,
): DutyRefusal | null {
  const byCustomer = actor.kind === 'customer'
  if (duty === 'rate')
    return !byCustomer
      ? { code: 'not_yours' }
      : record.state === 'completed'
        ? null
        : { code: 'nothing_owed' }
  const refund = duty === 'note_refund' ? (input as DutyInputs['note_refund']).refund : null
  // A customer may only confirm that the refund arrived.
  if (byCustomer ? refund !== 'paid' : !worksAtStore(actor)) return { code: 'not_yours' }
  if (duty === 'reprint_receipt') return record.receipt ? null : { code: 'nothing_owed' }
  if (duty === 'undo_hand_over')
    return handedOverSteps(record).length ? null : { code: 'nothing_owed' }
  if (duty === 'assign') {
    if (record.endedAt) return { code: 'ended' }
    const { assignee } = input as DutyInputs['assign']
    // Staff assign requests to themselves or release their own; only a reviewer reassigns others'
    // work.
    const own = assignee === actor.id || (assignee === null && record.assignee === actor.id)
    return own || actor.capacities.includes('reviewer') ? null : { code: 'not_yours' }
  }
  const begun = record.state === 'closing' || record.state === 'completed'
  return begun && refund && record.refund && refundLeadsTo[record.refund.state].includes(refund)
    ? null
    : { code: 'nothing_owed' }
}
