import type { RequestErasure } from '@/lib/cancellation/rules/change'
import type { SqlTransaction } from '@/lib/db/sql'

/**
 * Forgets the answers that calls about an erased request were given. They are sealed under a key
 * that is gone; the rows stay, so that a call is not made a second time.
 */
export const forgetAnswersOf = (tx: SqlTransaction, { requestId }: RequestErasure) =>
  tx
    .updateTable('idempotent_call')
    .set({ sealed: null })
    .where('request_id', '=', requestId)
    .execute()
