import type { Client } from 'pg'
import type { Day } from '@/lib/domain/days'
import { firstIdOn } from './days'
import { type RoleUrls, roleOf, withClient } from '../database/roles'
import { Problem } from '../command-line/problem'
import {
  boundsOf,
  lockHistory,
  neverChanged,
  openRangeOf,
  patiently,
  protectedRange,
  rangesOf,
} from './ranges'

/** A check constraint that proves a partition's bounds, so that attaching it does not scan it. */
const within = 'ids_in_range'

/**
 * From the start of this future day, events of new requests go into a partition of their own;
 * returns its table. No row is rewritten: the bounds of existing ids are validated while the desk
 * runs, then the tables are swapped.
 */
export const beginRange = ({ owner, app }: RoleUrls, day: Day): Promise<string> =>
  withClient(owner, async (client) => {
    await forgetUnfinished(client)
    const open = openRangeOf(await rangesOf(client))
    const [closed, opened] = [
      { from: open.from, to: firstIdOn(day) },
      { from: firstIdOn(day), to: null },
    ]
    if (open.from !== null && open.from >= closed.to)
      throw new Problem('A partition already begins on that day or later: name a later day.')
    const table = `events_from_${day.replaceAll('-', '_')}`
    try {
      await patiently(
        client,
        `alter table ${open.table} add constraint ${within} 
          check (request_id < '${closed.to}'${open.from ? ` and request_id >= '${open.from}'` : ''}) not valid`,
      )
      await client.query(`alter table ${open.table} validate constraint ${within}`)
      await patiently(
        client,
        `
        ${lockHistory}
        ${open.table === 'request_event' ? await madeRange(client, app) : `alter table request_event detach partition ${open.table};`}
        alter table request_event attach partition ${open.table === 'request_event' ? first : open.table} for values ${boundsOf(closed)};
        ${protectedRange(table, opened)}`,
      )
    } catch (error) {
      await forgetUnfinished(client)
      throw error
    }
    return table
  })

const first = 'events_from_the_first'

/** Turns the unpartitioned history into the first partition. */
async function madeRange(client: Client, app: string): Promise<string> {
  const role = await roleOf(app)
  const { rows } = await client.query<{ definition: string }>(
    "select pg_get_viewdef('every_event') as definition",
  )
  return `
    alter table request_event rename to ${first};
    alter index request_event_pkey rename to ${first}_pkey;
    create table request_event (like ${first}) partition by range (request_id);
    alter table request_event add constraint request_event_pkey primary key (request_id, sequence);
    ${neverChanged('request_event')}
    grant select, insert on request_event to ${role};
    create or replace view every_event as ${rows[0]?.definition}`
}

/** Undoes an interrupted run: past its day, its constraint would reject new requests. */
export async function forgetUnfinished(client: Client) {
  const { table } = openRangeOf(await rangesOf(client))
  const { rowCount } = await client.query(
    'select from pg_constraint where conrelid = $1::regclass and conname = $2',
    [table, within],
  )
  if (rowCount) await patiently(client, `alter table ${table} drop constraint ${within}`)
}
