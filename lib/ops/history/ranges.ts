import type { Client } from 'pg'
import { runPatiently } from '../database/patient-script'

/**
 * A range of the history: the events of requests whose id is `from` or more and less than `to`.
 * Null: from the first, to whatever comes.
 */
export type HistoryRange = {
  table: string
  from: string | null
  to: string | null
  archived: boolean
  events: number
  bytes: number
}

/**
 * The table that takes what comes: the last range, or the whole history as long as it stands in one
 * table.
 */
export type OpenRange = { table: string; from: string | null }

type Row = Pick<HistoryRange, 'table' | 'archived' | 'events' | 'bytes'> & { bounds: string }

/**
 * The ranges in the order of the requests, an archived one before what came to its requests after;
 * none as long as the history stands in one table. Events: as the database estimates them.
 */
export async function rangesOf(client: Client): Promise<HistoryRange[]> {
  const { rows } = await client.query<Row>(`
    select c.relname as table, p.relname = 'archived_event' as archived, pg_get_expr(c.relpartbound, c.oid) as bounds,
      greatest(c.reltuples, 0)::float8 as events, pg_total_relation_size(c.oid)::float8 as bytes
    from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
    where p.oid in ('request_event'::regclass, 'archived_event'::regclass) order by archived desc`)
  const ranges = rows.map(({ bounds, ...range }) => {
    const [, from = null, to = null] =
      /FROM \((?:'([^']+)'|MINVALUE)\) TO \((?:'([^']+)'|MAXVALUE)\)/.exec(bounds) ?? []
    return { ...range, from, to }
  })
  return ranges.sort((one, other) => (one.from ?? '').localeCompare(other.from ?? ''))
}

export const openRangeOf = (ranges: readonly HistoryRange[]): OpenRange =>
  ranges.find(({ to, archived }) => to === null && !archived) ?? {
    table: 'request_event',
    from: null,
  }

/** The bounds as PostgreSQL is told them. */
export const boundsOf = ({ from, to }: Pick<HistoryRange, 'from' | 'to'>) =>
  `from (${from ? `'${from}'` : 'minvalue'}) to (${to ? `'${to}'` : 'maxvalue'})`

/** What keeps the rows of a table of events as they are, from its owner too. */
export const neverChanged = (table: string) =>
  `create trigger event_is_immutable before update or delete or truncate on ${table} for each statement execute function refuse_change();`

/**
 * A new range with a protection of its own: that of the table it is part of binds only who goes
 * through that.
 */
export const protectedRange = (table: string, bounds: Pick<HistoryRange, 'from' | 'to'>) => `
  create table ${table} partition of request_event for values ${boundsOf(bounds)};
  ${neverChanged(table)}`

/**
 * Whoever reads both tables takes the view first and then these two: in the same order nobody waits
 * in a ring.
 */
export const lockHistory = 'lock table every_event in access exclusive mode;'

/** Changes the tables beside a desk that serves. */
export const patiently = (client: Client, script: string) =>
  runPatiently((sql) => client.query(sql), script)
