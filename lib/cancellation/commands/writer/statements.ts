import type { SqlTransaction } from '@/lib/db/sql'
import type { RecordedEvent } from '../../rules/request-record'
import type { KeyClass, sealEvent } from '../../crypto/encrypted-fields'
import type { columnsOf } from './next-event'

type Bytes = Uint8Array<ArrayBuffer>
type ColumnsOf = ReturnType<typeof columnsOf>
type EventRow = RecordedEvent & ReturnType<typeof sealEvent> & { previousHash: Bytes; hash: Bytes }

/**
 * The wrapped keys of a request. Read them after locking its row, in a statement of their own: one
 * that waits for the lock would still see keys that a concurrent erasure has destroyed.
 */
export const keysOf = (tx: SqlTransaction, requestId: string) =>
  tx
    .selectFrom('request_key')
    .select(['class', 'wrapped'])
    .where('request_id', '=', requestId)
    .execute()

/** The hash of a request's event; throws when there is no such event. */
export async function lastLink(
  tx: SqlTransaction,
  requestId: string,
  sequence: number,
): Promise<Bytes> {
  const before = await tx
    .selectFrom('every_event')
    .select('hash')
    .where('request_id', '=', requestId)
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  if (!before)
    throw new Error(`event ${sequence} of request ${requestId} is missing from its history`)
  return before.hash
}

/** Inserts the wrapped keys of a new request. */
export const insertKeys = (
  tx: SqlTransaction,
  rows: readonly { requestId: string; class: string; wrapped: Bytes }[],
) =>
  tx
    .insertInto('request_key')
    .values(rows.map(({ requestId, ...row }) => ({ request_id: requestId, ...row })))
    .execute()

/** Destroys one of a request's keys: what was encrypted under it can no longer be read (L1). */
export const destroyKey = (tx: SqlTransaction, requestId: string, keyClass: KeyClass) =>
  tx
    .deleteFrom('request_key')
    .where('request_id', '=', requestId)
    .where('class', '=', keyClass)
    .execute()

/** Sets the hash that makes a live request's number unique; null once it is erased. */
export const setNumberHash = (tx: SqlTransaction, id: string, numberHash: Bytes | null) =>
  tx.updateTable('request').set({ number_hash: numberHash }).where('id', '=', id).execute()

/** Inserts the row of an event. */
export const insertEventRow = (tx: SqlTransaction, requestId: string, row: EventRow) =>
  tx
    .insertInto('request_event')
    .values({
      request_id: requestId,
      sequence: row.sequence,
      type: row.type,
      at: row.at,
      actor_kind: row.actor.kind,
      actor_id: row.actor.id,
      facts: JSON.stringify(row.facts),
      sealed_identifiers: row.sealedIdentifiers,
      sealed_personal: row.sealedPersonal,
      previous_hash: row.previousHash,
      hash: row.hash,
    })
    .execute()

/**
 * Updates the row of a locked request after an event; reference, number hash and opening time do
 * not change.
 */
export const updateRow = (
  tx: SqlTransaction,
  id: string,
  { reference: _reference, number_hash: _numberHash, opened_at: _openedAt, ...row }: ColumnsOf,
) => tx.updateTable('request').set(row).where('id', '=', id).execute()
