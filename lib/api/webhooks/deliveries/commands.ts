import { v7 as uuidv7 } from 'uuid'
import type { RequestChange } from '@/lib/cancellation/rules/change'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { database, transaction } from '@/lib/db/client'
import { queueJob } from '@/lib/db/queue'
import type { SqlTransaction } from '@/lib/db/sql'

type Delivery = {
  id: string
  webhookId: string
  requestId: string
  sequence: number
  attempts: number
}

/**
 * Puts a change on its way to every webhook of a key that works at the request's store, in the
 * transaction that makes the change.
 */
export async function queueDeliveries(tx: SqlTransaction, { after, event }: RequestChange) {
  const hooks = await tx
    .selectFrom('webhook as w')
    .innerJoin('membership as m', 'm.account_id', 'w.account_id')
    .select('w.id')
    .distinct()
    .where('m.store_id', '=', after.storeId)
    .where('m.role', '<>', 'admin')
    .execute()
  for (const { id: webhookId } of hooks) {
    const id = uuidv7()
    await tx
      .insertInto('webhook_delivery')
      .values({
        ...{ id, webhook_id: webhookId, request_id: after.record.id, sequence: event.sequence },
        ...{ state: 'queued', queued_at: new Date(event.at) },
      })
      .execute()
    await queueJob(tx, 'deliver_webhook', { id }, { key: `webhook ${id}` })
  }
}

/** Takes a delivery in hand; null when there is nothing to deliver any more. */
export const taken = (id: string) =>
  transaction(async (tx): Promise<Delivery | null> => {
    const [row] = await tx.$queryRaw<(Delivery & { state: string })[]>`
      select id, webhook_id as "webhookId", request_id as "requestId", sequence, attempts, state
      from webhook_delivery where id = ${id}::uuid for update`
    if (!row || row.state === 'sent' || row.state === 'dead' || row.state === 'skipped') return null
    await tx.webhookDelivery.update({
      where: { id },
      data: { state: 'sending', attempts: row.attempts + 1 },
    })
    return { ...row, attempts: row.attempts + 1 }
  })

/** What a delivery says and where it goes; null when its webhook is gone. */
export async function deliveryOf({ webhookId, requestId, sequence }: Delivery) {
  const [webhook, event, request] = await Promise.all([
    database().webhook.findUnique({ where: { id: webhookId } }),
    database().everyEvent.findUnique({
      where: { requestId_sequence: { requestId, sequence } },
      select: { type: true, at: true, sequence: true },
    }),
    database().request.findUnique({
      where: { id: requestId },
      select: { record: true, storeId: true },
    }),
  ])
  return webhook && event && request
    ? {
        webhook,
        event,
        storeId: request.storeId,
        record: request.record as unknown as RequestRecord,
      }
    : null
}

/** Notes how a delivery went. */
export async function settle(
  id: string,
  change: { state: string; fault?: string | null; sentAt?: Date },
): Promise<string> {
  await database().webhookDelivery.update({ where: { id }, data: change })
  return change.state
}
