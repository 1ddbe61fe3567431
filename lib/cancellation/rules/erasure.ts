import { z } from 'zod'
import type { Refusal } from '@/lib/result'
import type { RequestRecord } from './request-record'
import type { JudgedActor } from './situation'

/** What is asked before a person's data are destroyed (L3): that it is this person who asks. */
export const erasureSchema = z.strictObject({
  identityMatched: z.literal(true, 'must_be_ticked'),
  understood: z.literal(true, 'must_be_ticked'),
})

export type ErasureRefusal = Refusal<'not_yours' | 'wrong_state' | 'not_settled' | 'ended'>

/**
 * Whether a request's personal data may be destroyed now: once it is over, nothing is owed, and
 * they are there. A reviewer's act; the desk's own when a backup was restored.
 */
export function judgeErasure(record: RequestRecord, actor: JudgedActor): ErasureRefusal | null {
  if (actor.kind !== 'system' && !actor.capacities.includes('reviewer'))
    return { code: 'not_yours' }
  if (record.erased) return { code: 'ended' }
  if (actor.kind === 'system') return null
  if (!record.endedAt) return { code: 'wrong_state' }
  // What was to be refunded is owed by a cancellation alone (P9): who was rejected keeps the
  // account, and may be erased.
  const unpaid = ['pending', 'failed'].includes(record.refund?.state ?? '')
  const refundOwed = record.state === 'completed' && unpaid
  return record.cardOwed || refundOwed ? { code: 'not_settled' } : null
}
