import { type Transaction, transaction } from '@/lib/db/client'
import { type Refusal, type Result, refused } from '@/lib/result'
import { type By, scopeOf } from '../by'
import type { CustodyRefusal } from '../custody'
import type { DocumentRefusal } from '../documents'
import type { ErasureRefusal } from '../erasure'
import type { RequestRecord } from '../facts'
import type { LaterMove } from '../move-inputs'
import { type makeDataKeys, sealRow } from '../planes'
import { type Held, type NewEvent, columnsOf, insertEvent, nextOf } from './append'
import { hold } from './held'
import { passOn } from './passed-on'
import { updateRow } from './statements'
import { rewriteTokens } from './tokens'

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

/**
 * Holds a request within what the actor may see for the move, and works on it in one transaction.
 */
export const withHeld = (
  by: By,
  reference: string,
  move: LaterMove | undefined,
  work: (tx: Transaction, held: Held) => Promise<Written>,
) =>
  transaction(async (tx): Promise<Written> => {
    const held = await hold(tx, reference, scopeOf(by, move))
    return held ? work(tx, held) : refused({ code: 'not_found' })
  })

/** What an event brings with it: the store that a transfer leads to, the number of an amendment. */
type Along = { movedTo?: string | undefined; numberHash?: Uint8Array<ArrayBuffer> }

/** Appends an event to a held request and updates the projection. */
export async function append(
  tx: Transaction,
  held: Held,
  event: NewEvent,
  { movedTo, numberHash }: Along = {},
): Promise<RequestRecord> {
  const { id } = held.record
  const next = nextOf(id, held, held.keys, event)
  await insertEvent(tx, id, next.recorded, next.sealed)
  const storeId = movedTo ?? held.storeId
  await updateRow(tx, id, columnsOf(next.record, storeId, null, sealRow(held.keys, id, next)))
  if (numberHash) await tx.request.update({ where: { id }, data: { numberHash } })
  await passOn(tx, held, { record: next.record, storeId }, next.recorded)
  if (movedTo) {
    await tx.searchToken.updateMany({ where: { requestId: id }, data: { storeId: movedTo } })
  }
  if (numberHash) await rewriteTokens(tx, id, storeId, next.identifiers, next.personal)
  return next.record
}

/** Where a history begins: at which store, under which keys and number. */
type Beginning = {
  id: string
  storeId: string
  numberHash: Uint8Array<ArrayBuffer>
  made: ReturnType<typeof makeDataKeys>
}

/** Appends the first event of a request that is not there yet, with its keys and its row. */
export async function begin(
  tx: Transaction,
  { id, storeId, numberHash, made }: Beginning,
  event: NewEvent,
): Promise<RequestRecord> {
  const { keys, rows } = made
  const next = nextOf(id, null, keys, event)
  await tx.requestKey.createMany({ data: rows })
  const columns = columnsOf(next.record, storeId, numberHash, sealRow(keys, id, next))
  await tx.request.create({ data: { id, ...columns } })
  await insertEvent(tx, id, next.recorded, next.sealed)
  await rewriteTokens(tx, id, storeId, next.identifiers, next.personal)
  await passOn(tx, null, { record: next.record, storeId }, next.recorded)
  return next.record
}
