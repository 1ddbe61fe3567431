import { z } from 'zod'
import type { Refusal } from '@/lib/result'
import type { RequestRecord } from './request-record'
import type { JudgedActor } from './situation'

/**
 * Confirmations required before a person's data are destroyed (L3): that the requester is that
 * person.
 */
export const erasureSchema = z.strictObject({
  identityMatched: z.literal(true, 'must_be_ticked'),
  understood: z.literal(true, 'must_be_ticked'),
})

export type ErasureRefusal = Refusal<'not_yours' | 'wrong_state' | 'not_settled' | 'ended'>

/**
 * Whether a request's personal data may be destroyed now: it has ended, nothing is owed, and the
 * data still exist. Done by a reviewer, or by the system after a backup was restored.
 */
export function judgeErasure(record: RequestRecord, actor: JudgedActor): ErasureRefusal | null {
  if (actor.kind !== 'system' && !actor.capacities.includes('reviewer'))
    return { code: 'not_yours' }
  if (record.erased) return { code: 'ended' }
  if (actor.kind === 'system') return null
  if (!record.endedAt) return { code: 'wrong_state' }
  // Only a completed cancellation owes its refund (P9): a rejected customer keeps the account and
  // the balance.
  const unpaid = ['pending', 'failed'].includes(record.refund?.state ?? '')
  const refundOwed = record.state === 'completed' && unpaid
  return record.cardOwed || refundOwed ? { code: 'not_settled' } : null
}
