import { openDataKeys } from '../crypto/encrypted-fields'
import { type Rebuilt, replayed } from './replayed'
import { storedEvents, storedKeys } from './stored-rows'

// PostgreSQL, "integer": more events than that have no number.
const mostEvents = 2_147_483_647

/**
 * A request rebuilt only from its events and keys, up to and including event `upTo` (default: all).
 */
export async function rebuiltRequest(requestId: string, upTo?: number): Promise<Rebuilt> {
  const [rows, keyRows] = await Promise.all([
    storedEvents(requestId)
      .where('sequence', '<=', upTo ?? mostEvents)
      .execute(),
    storedKeys([requestId]),
  ])
  let last: Rebuilt = { record: null, identifiers: null, personal: null }
  for (const { after } of replayed(openDataKeys(requestId, keyRows), requestId, rows)) last = after
  return last
}
