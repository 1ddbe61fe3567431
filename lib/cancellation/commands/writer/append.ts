import { type SqlTransaction, sqlTransaction } from '@/lib/db/sql'
import { type Refusal, type Result, refused } from '@/lib/result'
import { type Actor, scopeOf } from '../../rules/actor'
import type { CustodyRefusal } from '../../rules/custody'
import type { DocumentRefusal } from '../../rules/documents'
import type { ErasureRefusal } from '../../rules/erasure'
import type { RequestRecord } from '../../rules/request-record'
import type { LaterMove } from '../../rules/move-inputs'
import { type makeDataKeys, sealRow } from '../../crypto/encrypted-fields'
import { type LockedRequest, type NewEvent, columnsOf, insertEvent, nextOf } from './next-event'
import { lockRequest } from './locked-request'
import { publishChange } from './subscribers'
import { insertKeys, setNumberHash, updateRow } from './statements'
import { rewriteTokens } from './search-tokens'

export type WriteRefusal =
  | CustodyRefusal
  | DocumentRefusal
  | ErasureRefusal
  | Refusal<
      | 'not_found'
      | 'stale'
      | 'not_yours'
      | 'ended'
      | 'wrong_state'
      | 'unmet'
      | 'unknown_step'
      | 'invalid'
      | 'nothing_owed'
    >
export type Written = Result<RequestRecord, WriteRefusal>

/** Runs `work` in one transaction with the request's row locked, if the actor may access it. */
export const withLockedRequest = (
  by: Actor,
  reference: string,
  move: LaterMove | undefined,
  work: (tx: SqlTransaction, locked: LockedRequest) => Promise<Written>,
) =>
  sqlTransaction(async (tx): Promise<Written> => {
    const locked = await lockRequest(tx, reference, scopeOf(by, move))
    return locked ? work(tx, locked) : refused({ code: 'not_found' })
  })

/** Columns that some events change: the store of a transfer, the number of an amendment. */
type Along = { movedTo?: string | undefined; numberHash?: Uint8Array<ArrayBuffer> }

/** Appends an event to a locked request, updates its row and notifies the subscribers. */
export const append = async (
  tx: SqlTransaction,
  locked: LockedRequest,
  event: NewEvent,
  along: Along = {},
): Promise<RequestRecord> => (await appendNext(tx, locked, event, along)).record

/** The same; gives the request as it is now, still locked, for a further event. */
export async function appendNext(
  tx: SqlTransaction,
  locked: LockedRequest,
  event: NewEvent,
  { movedTo, numberHash }: Along = {},
): Promise<LockedRequest> {
  const { id } = locked.record
  const next = nextOf(id, locked, locked.keys, event)
  await insertEvent(tx, id, next.recorded, next.sealed)
  const storeId = movedTo ?? locked.storeId
  await updateRow(tx, id, columnsOf(next.record, storeId, null, sealRow(locked.keys, id, next)))
  if (numberHash) await setNumberHash(tx, id, numberHash)
  const after = { record: next.record, storeId }
  await publishChange(tx, { before: locked, after, event: next.recorded })
  if (movedTo)
    await tx
      .updateTable('search_token')
      .set({ store_id: movedTo })
      .where('request_id', '=', id)
      .execute()
  // Requests are found by their numbers and cards: an amendment changes them, a note adds a card.
  const cardNoted = event.type === 'note' && event.facts.kind === 'card_return'
  if (numberHash || cardNoted) await rewriteTokens(tx, id, storeId, next.identifiers, next.personal)
  const { record, identifiers, personal } = next
  return { record, storeId, keys: locked.keys, identifiers, personal }
}

/** What a new request's row needs besides its first event. */
type Beginning = {
  id: string
  storeId: string
  numberHash: Uint8Array<ArrayBuffer>
  made: ReturnType<typeof makeDataKeys>
}

/**
 * Appends the first event of a new request and inserts its keys and row; gives the request as it is
 * then, for a further event.
 */
export async function begin(
  tx: SqlTransaction,
  { id, storeId, numberHash, made }: Beginning,
  event: NewEvent,
): Promise<LockedRequest> {
  const { keys, rows } = made
  const next = nextOf(id, null, keys, event)
  await insertKeys(tx, rows)
  const columns = columnsOf(next.record, storeId, numberHash, sealRow(keys, id, next))
  await tx
    .insertInto('request')
    .values({ id, ...columns })
    .execute()
  await insertEvent(tx, id, next.recorded, next.sealed)
  await rewriteTokens(tx, id, storeId, next.identifiers, next.personal)
  const after = { record: next.record, storeId }
  await publishChange(tx, { before: null, after, event: next.recorded })
  const { record, identifiers, personal } = next
  return { record, storeId, keys, identifiers, personal }
}
