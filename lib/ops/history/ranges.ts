import type { Client } from 'pg'
import { runPatiently } from '../database/patient-script'

/** A partition of the history: the events of requests with `from` ≤ id < `to`. Null: unbounded. */
export type HistoryRange = {
  table: string
  from: string | null
  to: string | null
  archived: boolean
  events: number
  bytes: number
}

/** The table that receives new requests: the last partition, or the unpartitioned history. */
export type OpenRange = { table: string; from: string | null }

type Row = Pick<HistoryRange, 'table' | 'archived' | 'events' | 'bytes'> & { bounds: string }

/**
 * The partitions in request order, an archived one before the later events of its requests; none
 * while the history is unpartitioned. `events` is the planner's estimate.
 */
export async function rangesOf(client: Client): Promise<HistoryRange[]> {
  const { rows } = await client.query<Row>(`
    select c.relname as table, p.relname = 'archived_event' as archived,
      pg_get_expr(c.relpartbound, c.oid) as bounds,
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

/** The bounds as SQL. */
export const boundsOf = ({ from, to }: Pick<HistoryRange, 'from' | 'to'>) =>
  `from (${from ? `'${from}'` : 'minvalue'}) to (${to ? `'${to}'` : 'maxvalue'})`

/** The trigger that keeps a table of events immutable, even for its owner. */
export const neverChanged = (table: string) =>
  `create trigger event_is_immutable before update or delete or truncate on ${table}
    for each statement execute function refuse_change();`

/** A new partition with its own trigger: the parent's only covers statements through the parent. */
export const protectedRange = (table: string, bounds: Pick<HistoryRange, 'from' | 'to'>) => `
  create table ${table} partition of request_event for values ${boundsOf(bounds)};
  ${neverChanged(table)}`

/** Readers lock the view first, then these two tables: the same order prevents deadlocks. */
export const lockHistory = 'lock table every_event in access exclusive mode;'

/** Alters tables while the desk is serving. */
export const patiently = (client: Client, script: string) =>
  runPatiently((sql) => client.query(sql), script)
