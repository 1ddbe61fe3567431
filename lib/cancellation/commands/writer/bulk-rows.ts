import type { KeyedHash } from '@/lib/db/keyed-hash'
import { eventHash, firstLink } from '../../crypto/event-hash'
import { makeDataKeys, sealRow } from '../../crypto/encrypted-fields'
import { type LockedRequest, type PlainEvent, columnsOf, nextOfPlain } from './next-event'
import { tokensOf } from './search-tokens'

/**
 * The rows that the writer would write for these events, in memory, for histories generated in bulk
 * (`npm run fill`).
 */
export function rowsOf(
  requestId: string,
  storeId: string,
  events: readonly PlainEvent[],
  hash: KeyedHash,
) {
  const { keys, rows: keyRows } = makeDataKeys(requestId)
  let locked: LockedRequest | null = null
  let link = firstLink()
  const eventRows = []
  for (const event of events) {
    const next = nextOfPlain(requestId, locked, keys, event)
    const previousHash = link
    link = eventHash(previousHash, { ...next.recorded, requestId, ...next.sealed })
    eventRows.push({ ...next.recorded, ...next.sealed, requestId, previousHash, hash: link })
    locked = {
      record: next.record,
      storeId,
      keys,
      identifiers: next.identifiers,
      personal: next.personal,
    }
  }
  if (!locked?.personal || !locked.identifiers) throw new Error('a history without an opening')
  const { record, identifiers, personal } = locked
  const request = {
    id: requestId,
    ...columnsOf(
      record,
      storeId,
      new Uint8Array(hash('number', identifiers.number)),
      sealRow(keys, requestId, locked),
    ),
  }
  return {
    record,
    request,
    events: eventRows,
    keys: keyRows,
    tokens: tokensOf(hash, identifiers, personal),
  }
}
