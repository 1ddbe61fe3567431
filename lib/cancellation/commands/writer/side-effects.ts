import { queueDeliveries } from '@/lib/api/webhooks/deliveries/commands'
import type { SqlTransaction } from '@/lib/db/sql'
import { countChange } from '@/lib/reports/commands'
import type { RecordedEvent, RequestRecord } from '../../rules/request-record'
import { notifyOpenPages } from './next-event'
import { queueNotices } from './notices'

type Stand = { record: RequestRecord; storeId: string }

/**
 * Passes an event on, in its own transaction, to all who live by it: the reports, the customer, the
 * open pages and other systems. `before`: null where it opened the request.
 */
export async function publishSideEffects(
  tx: SqlTransaction,
  before: Stand | null,
  after: Stand,
  event: RecordedEvent,
) {
  const { record, storeId } = after
  await countChange(tx, before, after)
  await queueNotices(tx, record, event)
  await notifyOpenPages(tx, storeId, record, event)
  await queueDeliveries(tx, record.id, storeId, event.sequence, new Date(event.at))
}
