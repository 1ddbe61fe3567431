import { createHash } from 'node:crypto'
import { database } from '@/lib/db/client'
import { batch, inBatches } from './in-batches'

/** The head of all histories: one hash that no event of before `upTo` can be changed, added or taken away without. */
export type Head = { upTo: string; requests: number; events: number; hash: string }

/** Reckons the head over the last link of each request up to a moment, in the order of their ids. */
export async function headOf(upTo: Date): Promise<Head> {
  const hash = createHash('sha256')
  let [requests, events] = [0, 0]
  const links = inBatches((after) => database().$queryRaw<{ id: string; sequence: number; hash: Uint8Array }[]>`
    select ids.id, e.sequence, e.hash
    from (select distinct request_id as id from every_event where request_id > ${after}::uuid order by id limit ${batch}) ids
    cross join lateral (select sequence, hash from every_event where request_id = ids.id and at <= ${upTo} order by sequence desc limit 1) e
    order by ids.id`)
  for await (const link of links) {
    hash.update(link.id).update(String(link.sequence)).update(link.hash)
    requests += 1
    events += link.sequence
  }
  return { upTo: upTo.toISOString(), requests, events, hash: hash.digest('hex') }
}
