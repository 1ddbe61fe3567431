import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import type { AuditHead } from '@/lib/db/audit-chain/queries'
import { idsOfHistories } from './ids-of-histories'
import { inBatches } from './in-batches'

/**
 * The head of all histories: one hash that proves that no event before `upTo` was changed, added or
 * removed, together with the audit's last link (absent in older heads).
 */
export type Head = {
  upTo: string
  requests: number
  events: number
  hash: string
  audit?: AuditHead
}

/** Computes the head over the last link of each request up to a moment, in id order. */
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
