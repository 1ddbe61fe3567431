import { withClient } from '@/lib/ops/database/roles'
import { type Call, callOnce, load } from '../load'
import type { Served } from '../serve'
import type { Subjects } from '../subjects'
import { headersOf, noteOn, versionIn } from './api'
import { newRequest } from './counter'

/**
 * Sixteen at once, each by a key of their own. `apart`: each on their own request; `waited`: the
 * share of looks at the database at which somebody waited for somebody's lock. `together`: all on
 * one; `lost`: notes that were accepted and made no version.
 */
export type Clerks = {
  apart: { perSecond: number; p95: number; alone: number; waited: number }
  together: { accepted: number; refused: number; lost: number }
}

export const clerks = 16

export async function measureClerks(
  { address }: Served,
  { keys, key }: Subjects,
  owner: string,
  seconds: number,
): Promise<Clerks> {
  const references: string[] = []
  for (const place of keys.keys())
    references.push(await newRequest(address, key, clerks * 1000 + place))
  const versions = keys.map(() => 1)
  const own = (place: number) =>
    noteOn(references[place] ?? '', keys[place] ?? '', versions[place] ?? 0)
  const heard = (place: number, text: string) => {
    versions[place] = versionIn(text) ?? versions[place] ?? 0
  }
  const alone = await load(address, () => own(0), { seconds, connections: 1, heard })
  let [looks, waits, going] = [0, 0, true]
  const watch = withClient(owner, async (client) => {
    while (going) {
      // A commit that waits for the disk, or for the sender of notifications, waits for no clerk.
      const { rows } = await client.query(
        `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock'
          and wait_event in ('tuple', 'transactionid') and datname = current_database()`,
      )
      looks += 1
      if (rows[0].n > 0) waits += 1
      await client.query('select pg_sleep(0.02)')
    }
  })
  const apart = await load(address, (_, place) => own(place), {
    seconds,
    connections: clerks,
    heard,
  }).finally(() => {
    going = false
  })
  await watch

  // All on one request: who was refused looks again, as a clerk does, and notes on what they see
  // then.
  const [one = ''] = references
  const seen = keys.map((): number | null => null)
  let [accepted, refused] = [0, 0]
  const read = (place: number): Call => ({
    path: `/api/v1/requests/${one}`,
    headers: headersOf(keys[place] ?? ''),
  })
  const first = versionIn((await callOnce(address, read(0))).text) ?? 0
  await load(
    address,
    (_, place) =>
      seen[place] === null ? read(place) : noteOn(one, keys[place] ?? '', seen[place] ?? 0),
    {
      seconds,
      connections: clerks,
      warm: 0,
      heard: (place, text) => {
        const version = versionIn(text) ?? null
        if (seen[place] !== null && version === null) refused += 1
        if (seen[place] !== null && version !== null) accepted += 1
        seen[place] = version
      },
    },
  )
  const last = versionIn((await callOnce(address, read(0))).text) ?? 0
  return {
    apart: { perSecond: apart.perSecond, p95: apart.p95, alone: alone.p95, waited: waits / looks },
    together: { accepted, refused, lost: accepted - (last - first) },
  }
}
