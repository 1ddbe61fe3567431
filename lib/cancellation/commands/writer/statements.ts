// What every change does while others may wait for the same request, by hand: through the client's
// models it takes the web process two to three times as long, and this is what decides how many
// changes one process can write (docs/performance.md).
import type { Transaction } from '@/lib/db/client'
import { straight } from '@/lib/db/in-transaction'
import type { RecordedEvent } from '../../rules/request-record'
import type { sealEvent } from '../../crypto/encrypted-fields'
import type { columnsOf } from './next-event'

type Bytes = Uint8Array<ArrayBuffer>
type EventRow = RecordedEvent & ReturnType<typeof sealEvent> & { previousHash: Bytes; hash: Bytes }

/**
 * The wrapped keys of a request. Asked for after its row is held: a statement sees what was there
 * when it began, and a rival's erasure may have taken a key while this one waited.
 */
export const keysOf = (tx: Transaction, requestId: string) =>
  straight(tx).$queryRaw<
    { class: string; wrapped: Bytes }[]
  >`select class, wrapped from request_key where request_id = ${requestId}::uuid`

/** The link that a request's event ends with; throws where there is no such event. */
export async function lastLink(
  tx: Transaction,
  requestId: string,
  sequence: number,
): Promise<Bytes> {
  const [before] = await straight(tx).$queryRaw<
    { hash: Bytes }[]
  >`select hash from every_event where request_id = ${requestId}::uuid and sequence = ${sequence}`
  if (!before)
    throw new Error(`event ${sequence} of request ${requestId} is missing from its history`)
  return before.hash
}

/** Writes the row of an event. */
export const insertEventRow = (tx: Transaction, requestId: string, row: EventRow) => straight(tx)
  .$executeRaw`
  insert into request_event (request_id, sequence, type, at, actor_kind, actor_id, facts, sealed_identifiers, sealed_personal, previous_hash, hash)
  values (${requestId}::uuid, ${row.sequence}, ${row.type}, ${row.at}::timestamptz, ${row.actor.kind}, ${row.actor.id}::uuid,
          ${JSON.stringify(row.facts)}::jsonb, ${row.sealedIdentifiers}, ${row.sealedPersonal}, ${row.previousHash}, ${row.hash})`

/**
 * Brings the row of a held request up to its last event; its reference, its number's hash and when
 * it was opened stay.
 */
export const updateRow = (
  tx: Transaction,
  id: string,
  row: ReturnType<typeof columnsOf>,
) => straight(tx).$executeRaw`
  update request r set state = ${row.state}, version = ${row.version}, store_id = ${row.storeId}::uuid, carrier = ${row.carrier}, region = ${row.region},
    card_type = ${row.cardType}, channel = ${row.channel}, revision_id = ${row.revisionId}::uuid, customer_waiting = ${row.customerWaiting},
    receipt_number = ${row.receiptNumber}, due = ${row.due}, assigned_to = ${row.assignedTo}::uuid, waits_until = ${row.waitsUntil},
    card_store = ${row.cardStore}, bag = ${row.bag}, card_owed = ${row.cardOwed}, updated_at = ${row.updatedAt}, ended_at = ${row.endedAt},
    record = ${JSON.stringify(row.record)}::jsonb, sealed_identifiers = ${row.sealedIdentifiers}, sealed_personal = ${row.sealedPersonal}
  where r.id = ${id}::uuid`
