import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import type { AuditHead } from '@/lib/db/audit-chain/queries'
import { idsOfHistories } from './ids-of-histories'
import { inBatches } from './in-batches'

/**
 * The head of all histories: one hash that no event of before `upTo` can be changed, added or taken
 * away without; with it the audit's last link (older heads have none).
 */
export type Head = {
  upTo: string
  requests: number
  events: number
  hash: string
  audit?: AuditHead
}

/**
 * Reckons the head over the last link of each request up to a moment, in the order of their ids.
 */
export async function headOf(upTo: Date): Promise<Head> {
  const hash = createHash('sha256')
  let [requests, events] = [0, 0]
  const links = inBatches(
    (after) => sql<{ id: string; sequence: number | null; hash: Uint8Array | null }>`
    select ids.id, e.sequence, e.hash
    from ${idsOfHistories(after)} ids
    left join lateral (
      select sequence, hash from every_event
      where request_id = ids.id and at <= ${upTo} order by sequence desc limit 1
    ) e on true
    order by ids.id`,
  )
  for await (const { id, sequence, hash: link } of links) {
    if (sequence === null || link === null) continue
    hash.update(id).update(String(sequence)).update(link)
    requests += 1
    events += sequence
  }
  return { upTo: upTo.toISOString(), requests, events, hash: hash.digest('hex') }
}
