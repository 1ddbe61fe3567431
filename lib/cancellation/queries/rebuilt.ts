import { database } from '@/lib/db/client'
import { openDataKeys } from '../crypto/encrypted-fields'
import { type Rebuilt, replayed } from './replayed'

/**
 * A request rebuilt from its events and keys alone, up to and with event `upTo` (all of them when
 * left out).
 */
export async function rebuiltRequest(requestId: string, upTo?: number): Promise<Rebuilt> {
  const [rows, keyRows] = await Promise.all([
    database().everyEvent.findMany({
      where: { requestId, ...(upTo !== undefined && { sequence: { lte: upTo } }) },
      orderBy: { sequence: 'asc' },
    }),
    database().requestKey.findMany({ where: { requestId } }),
  ])
  let last: Rebuilt = { record: null, identifiers: null, personal: null }
  for (const { after } of replayed(openDataKeys(requestId, keyRows), requestId, rows)) last = after
  return last
}
