import { type RawBuilder, sql } from 'kysely'
import { sqlDatabase } from '@/lib/db/sql'
import { maskName } from '@/lib/domain/identifiers/mask'
import { type Narrowing, idsOf } from './listed-ids'
import { type ListedRecord, type RowClass, type SealedRow, listedColumns, openRows } from './opened'
import { understand } from './search'

export type ListedRequest = {
  record: ListedRecord
  numberMasked: string | null
  holderMasked: string | null
}
type OpenedRow = Awaited<ReturnType<typeof openRows<SealedRow<ListedRecord>>>>[number]
export type ListPage = { items: ListedRequest[]; next: string | null }
export type ListFilter = Omit<Narrowing, 'limit'> & { q?: string; limit?: number }

const pageSize = 50

/**
 * One page of the requests of these stores, newest first; `next` is the cursor of the page after.
 */
export async function listRequests(filter: ListFilter): Promise<ListPage> {
  const { items, next } = await pageToOpen(filter)
  return { items: await items(), next }
}

/**
 * The same, to be opened by `items`: whoever wants the page after too can ask for it before that.
 */
export async function pageToOpen(
  filter: ListFilter,
): Promise<{ items(): Promise<ListedRequest[]>; next: string | null }> {
  const { opened, next } = await foundPage(filter, ['personal'])
  return { items: async () => (await opened()).map(listed), next }
}

/**
 * As `listRequests`, with all that can be opened of each: for callers who may see whole numbers.
 */
export async function openedPage(
  filter: ListFilter,
  classes?: readonly RowClass[],
): Promise<{ items: OpenedRow[]; next: string | null }> {
  const { opened, next } = await foundPage(filter, classes)
  return { items: await opened(), next }
}

async function foundPage(
  { q = '', limit = pageSize, ...narrowing }: ListFilter,
  classes?: readonly RowClass[],
): Promise<{ opened(): Promise<OpenedRow[]>; next: string | null }> {
  const search = await understand(q)
  if (q.trim() && !search) return { opened: async () => [], next: null }
  // What was found by a keyed hash is looked at whole: another word may have the same.
  const shown = search?.by === 'token' ? undefined : classes
  const rows = await rowsOf(sql`
    select ${listedColumns(shown)}
    from (${idsOf({ ...narrowing, limit: limit + 1 }, search)}) as found
    join request r on r.id = found.id order by r.id desc`)

  const page = rows.slice(0, limit)
  const opened = async () => {
    const all = await openRows(page, shown)
    return search?.by === 'token'
      ? all.filter((row) => search.fits(row.identifiers, row.personal))
      : all
  }
  return { opened, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

/**
 * References and versions of what a list holds, `limit` at most, in its order: nothing of it is
 * opened, save to see whether it really is what was searched for.
 */
export async function listedVersions({
  q = '',
  limit,
  ...narrowing
}: ListFilter & { limit: number }): Promise<{ reference: string; version: number }[]> {
  const search = await understand(q)
  if (q.trim() && !search) return []
  if (search?.by !== 'token') {
    const { rows } = await sql<{ reference: string; version: number }>`
      select r.reference, r.version from (${idsOf({ ...narrowing, limit }, search)}) as found
      join request r on r.id = found.id order by r.id desc`.execute(sqlDatabase())
    return rows
  }
  return (await openedPage({ q, limit, ...narrowing })).items.map(
    ({ record: { reference, version } }) => ({ reference, version }),
  )
}

/** Live requests whose customer waits at the counter, the longest waiting first; at most twenty. */
export async function waitingCustomers(stores: readonly string[]): Promise<ListedRequest[]> {
  const rows = await rowsOf(sql`
    select ${listedColumns(['personal'])} from (
      select w.id from request w
      where w.customer_waiting and w.store_id = any(${[...stores]}::uuid[])
      order by w.updated_at limit 20
    ) as found join request r on r.id = found.id order by r.updated_at`)
  return (await openRows(rows, ['personal'])).map(listed)
}

/** The requests of these references, of these stores alone, in the order asked. */
export async function listedByReference(
  stores: readonly string[],
  references: readonly string[],
): Promise<ListedRequest[]> {
  const rows = await rowsOf(sql`
    select ${listedColumns(['personal'])} from request r
    where r.reference = any(${[...references]}) and r.store_id = any(${[...stores]}::uuid[])`)
  const opened = (await openRows(rows, ['personal'])).map(listed)
  return references.flatMap(
    (reference) => opened.find(({ record }) => record.reference === reference) ?? [],
  )
}

const rowsOf = async (statement: RawBuilder<unknown>) =>
  (await statement.$castTo<SealedRow<ListedRecord>>().execute(sqlDatabase())).rows

const listed = ({ record, personal }: OpenedRow): ListedRequest => ({
  record,
  numberMasked: personal?.numberMasked ?? null,
  holderMasked: personal ? maskName(personal.holderName) : null,
})
