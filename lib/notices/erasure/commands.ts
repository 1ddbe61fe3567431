import type { RequestErasure } from '@/lib/cancellation/rules/change'
import type { SqlTransaction } from '@/lib/db/sql'

/** Sends nothing more to the customer of an erased request. */
export const skipNoticesOf = (tx: SqlTransaction, { requestId }: RequestErasure) =>
  tx
    .updateTable('notice')
    .set({ state: 'skipped', fault: 'erased' })
    .where('request_id', '=', requestId)
    .where('state', 'in', ['queued', 'waiting', 'kept', 'dead'])
    .execute()
