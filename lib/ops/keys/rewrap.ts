import type { Client } from 'pg'
import { masterKeyService } from '@/lib/db/key-service'
import { withClient } from '../database/roles'
import { type WrappedValue, wrappedValues } from './wrapped'

const atOnce = 1000
type Row = { name: string; wrapped: Buffer }

/**
 * Rewraps values under the newest key while the desk runs; rows changed or deleted meanwhile are
 * skipped. Returns how many were rewrapped; resumable after a crash.
 */
export const rewrapAll = (
  url: string,
  ring: readonly Uint8Array[],
  say: (line: string) => void,
): Promise<number> =>
  withClient(url, async (client) => {
    let count = 0
    for (const value of wrappedValues) {
      const done = await rewrapTable(client, value, ring)
      if (done) say(`${value.table}: ${done}`)
      count += done
    }
    return count
  })

async function rewrapTable(
  client: Client,
  { table, column, name, match, place }: WrappedValue,
  ring: readonly Uint8Array[],
): Promise<number> {
  const [newest, older] = [
    masterKeyService(() => ring.slice(0, 1)),
    masterKeyService(() => ring.slice(1)),
  ]
  const isNew = (row: Row) => {
    try {
      newest.unwrap(`${place}|${row.name}`, row.wrapped)
      return true
    } catch {
      return false
    }
  }
  let count = 0
  // A cursor, so that a million rows are never in memory; `with hold` has a snapshot of its own, so
  // that the updates do not affect it.
  await client.query('begin')
  await client.query(
    `declare rows no scroll cursor with hold for select ${name} as name, t.${column} as wrapped
      from ${table} t where t.${column} is not null`,
  )
  await client.query('commit')
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${atOnce} from rows`)
    if (rows.length === 0) break
    const old = rows.filter((row) => !isNew(row))
    const rewrapped = old.map((row) =>
      newest.wrap(`${place}|${row.name}`, older.unwrap(`${place}|${row.name}`, row.wrapped)),
    )
    const { rowCount } = await client.query(
      `update ${table} t set ${column} = d.anew from unnest($1::text[], $2::bytea[], ` +
        `$3::bytea[]) as d(name, old, anew) where ${match} and t.${column} = d.old`,
      [old.map((row) => row.name), old.map((row) => row.wrapped), rewrapped],
    )
    count += rowCount ?? 0
  }
  await client.query('close rows')
  return count
}
