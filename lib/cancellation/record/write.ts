import { type Transaction, transaction } from '@/lib/db/client'
import { type Refusal, type Result, refused } from '@/lib/result'
import { type By, scopeOf } from '../by'
import type { CustodyRefusal } from '../custody'
import type { DocumentRefusal } from '../documents'
import type { ErasureRefusal } from '../erasure'
import type { RequestRecord } from '../facts'
import type { LaterMove } from '../move-inputs'
import { sealRow } from '../planes'
import { type Held, type NewEvent, columnsOf, insertEvent, nextOf } from './append'
import { hold } from './held'
import { passOn } from './passed-on'
import { updateRow } from './statements'

export type WriteRefusal = CustodyRefusal | DocumentRefusal | ErasureRefusal | Refusal<'not_found' | 'stale' | 'not_yours' | 'ended' | 'wrong_state' | 'unmet' | 'unknown_step' | 'invalid' | 'nothing_owed'>
export type Written = Result<RequestRecord, WriteRefusal>

/** Holds a request within what the actor may see for the move, and works on it in one transaction. */
export const withHeld = (by: By, reference: string, move: LaterMove | undefined, work: (tx: Transaction, held: Held) => Promise<Written>) =>
  transaction(async (tx): Promise<Written> => {
    const held = await hold(tx, reference, scopeOf(by, move))
    return held ? work(tx, held) : refused({ code: 'not_found' })
  })

/** Appends an event and updates the projection; `movedTo` is the store that a transfer leads to. */
export async function append(tx: Transaction, held: Held, event: NewEvent, movedTo?: string): Promise<RequestRecord> {
  const { id } = held.record
  const next = nextOf(id, held, held.keys, event)
  await insertEvent(tx, id, next.recorded, next.sealed)
  const storeId = movedTo ?? held.storeId
  await updateRow(tx, id, columnsOf(next.record, storeId, null, sealRow(held.keys, id, next)))
  await passOn(tx, held, { record: next.record, storeId }, next.recorded)
  if (movedTo) await tx.searchToken.updateMany({ where: { requestId: id }, data: { storeId: movedTo } })
  return next.record
}
