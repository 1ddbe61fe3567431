import { z } from 'zod'
import type { Refusal } from '@/lib/result'
import type { RequestRecord } from './request-record'
import { type JudgedActor, worksAtStore } from './situation'
import { type RefundState, ratings, refundStates } from '@/lib/domain/coded-values'

// What stands beside the moves and changes no state: a refund seen through (P9), who has the
// request in hand, a receipt printed again, how the customer says it went. What becomes of a card
// is in custody.ts.
const words = z
  .string()
  .trim()
  .max(500, 'too_long')
  .optional()
  .transform((text) => text || undefined)

export const dutySchemas = {
  note_refund: z.strictObject({
    refund: z.enum(refundStates, 'required').exclude(['none']),
    words,
  }),
  assign: z.strictObject({ assignee: z.uuid('required').nullable() }),
  reprint_receipt: z.strictObject({}),
  rate: z.strictObject({ rating: z.enum(ratings, 'required') }),
} as const

export type Duty = keyof typeof dutySchemas
export type DutyInputs = { [D in Duty]: z.output<(typeof dutySchemas)[D]> }
export const isDuty = (name: string): name is Duty => Object.hasOwn(dutySchemas, name)

/** How a refund goes on from where it stands; paid and waived are its ends. */
export const refundLeadsTo: Record<RefundState, readonly RefundState[]> = {
  none: [],
  pending: ['paid', 'failed', 'waived'],
  failed: ['pending', 'paid', 'waived'],
  paid: [],
  waived: [],
}

export type DutyRefusal = Refusal<'not_yours' | 'ended' | 'nothing_owed'>

/**
 * Whether this may be noted now. `assignee` is null to release; the writer sees that an assignee
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
  // A customer says that the refund has come, and nothing else.
  if (byCustomer ? refund !== 'paid' : !worksAtStore(actor)) return { code: 'not_yours' }
  if (duty === 'reprint_receipt') return record.receipt ? null : { code: 'nothing_owed' }
  if (duty === 'assign') {
    if (record.endedAt) return { code: 'ended' }
    const { assignee } = input as DutyInputs['assign']
    // Anyone of the store takes a request up or puts their own down; only a reviewer disposes of
    // others' work.
    const own = assignee === actor.id || (assignee === null && record.assignee === actor.id)
    return own || actor.capacities.includes('reviewer') ? null : { code: 'not_yours' }
  }
  const begun = record.state === 'closing' || record.state === 'completed'
  return begun && refund && record.refund && refundLeadsTo[record.refund.state].includes(refund)
    ? null
    : { code: 'nothing_owed' }
}
