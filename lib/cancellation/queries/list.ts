import { type RawBuilder, sql } from 'kysely'
import { sqlDatabase } from '@/lib/db/sql'
import { maskName } from '@/lib/domain/identifiers/mask'
import { type Narrowing, idsOf } from './listed-ids'
import { type ListedRecord, type RowClass, type SealedRow, listedColumns, openRows } from './opened'
import { parseSearch } from './search'

export type ListedRequest = {
  record: ListedRecord
  numberMasked: string | null
  holderMasked: string | null
}
/** A request as the list's page shows it, with the name of whoever has it in hand. */
export type ShownRequest = ListedRequest & {
  waiting: boolean
  assignee: { id: string; name: string } | null
}
type OpenedRow = Awaited<ReturnType<typeof openRows<SealedRow<ListedRecord>>>>[number]
export type ListPage = { items: ShownRequest[]; next: string | null }
export type ListFilter = Omit<Narrowing, 'limit'> & { q?: string; limit?: number }

export const pageSize = 50

/** A page of these stores' requests, newest first; `next` is the cursor of the following page. */
export async function listRequests(filter: ListFilter): Promise<ListPage> {
  const { opened, next } = await foundPage(filter, ['personal'], onPage)
  return { items: (await opened()).map(shown), next }
}

/**
 * Like `listRequests`, but decrypted on demand by `items`, so that the next page can be requested
 * first.
 */
export async function lazyPage(
  filter: ListFilter,
): Promise<{ items(): Promise<ListedRequest[]>; next: string | null }> {
  const { opened, next } = await foundPage(filter, ['personal'])
  return { items: async () => (await opened()).map(listed), next }
}

/**
 * Like `listRequests`, with everything that can be decrypted: for callers who may see full numbers.
 */
export async function decryptedPage(
  filter: ListFilter,
  classes?: readonly RowClass[],
): Promise<{ items: OpenedRow[]; next: string | null }> {
  const { opened, next } = await foundPage(filter, classes)
  return { items: await opened(), next }
}

async function foundPage(
  { q = '', limit = pageSize, ...narrowing }: ListFilter,
  classes?: readonly RowClass[],
  more = sql``,
): Promise<{ opened(): Promise<PageRow[]>; next: string | null }> {
  const search = await parseSearch(q)
  if (q.trim() && !search) return { opened: async () => [], next: null }
  // A token match is compared with the full values, because tokens can collide.
  const opening = search?.by === 'token' ? undefined : classes
  const rows = await rowsOf(sql`
    select ${listedColumns(opening)}${more}
    from (${idsOf({ ...narrowing, limit: limit + 1 }, search)}) as found
    join request r on r.id = found.id order by r.id desc`)

  const page = rows.slice(0, limit)
  const opened = async () => {
    const all = await openRows(page, opening)
    return search?.by === 'token'
      ? all.filter((row) => search.fits(row.identifiers, row.personal))
      : all
  }
  return { opened, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

/**
 * References and versions of a list's requests, at most `limit`, in list order. Values are
 * decrypted only to verify a search match.
 */
export async function listedVersions({
  q = '',
  limit,
  ...narrowing
}: ListFilter & { limit: number }): Promise<{ reference: string; version: number }[]> {
  const search = await parseSearch(q)
  if (q.trim() && !search) return []
  if (search?.by !== 'token') {
    const { rows } = await sql<{ reference: string; version: number }>`
      select r.reference, r.version from (${idsOf({ ...narrowing, limit }, search)}) as found
      join request r on r.id = found.id order by r.id desc`.execute(sqlDatabase())
    return rows
  }
  return (await decryptedPage({ q, limit, ...narrowing })).items.map(
    ({ record: { reference, version } }) => ({ reference, version }),
  )
}

/** Live requests whose customer waits at the counter, longest wait first; at most twenty. */
export const waitingCustomers = (stores: readonly string[]): Promise<ShownRequest[]> =>
  shownRows(sql`
    select ${shownColumns} from (
      select w.id from request w
      where w.customer_waiting and w.store_id = any(${[...stores]}::uuid[])
      order by w.updated_at limit 20
    ) as found join request r on r.id = found.id order by r.updated_at`)

/** The requests with these references, limited to these stores, in the given order. */
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

type PageRow = OpenedRow & Partial<OnPage>
type OnPage = { waiting: boolean; assignedTo: string | null; assigneeName: string | null }

// What the page shows besides: an export of all requests does without.
const onPage = sql`, r.customer_waiting as waiting, r.assigned_to as "assignedTo",
  (select a.name from account a where a.id = r.assigned_to) as "assigneeName"`

/** The columns of `request r` that `shownRows` reads. */
export const shownColumns = sql`${listedColumns(['personal'])}${onPage}`

/** The requests that a statement selects by `shownColumns`, in its order. */
export const shownRows = async (statement: RawBuilder<unknown>): Promise<ShownRequest[]> =>
  (await openRows(await rowsOf(statement), ['personal'])).map(shown)

const rowsOf = async (statement: RawBuilder<unknown>) =>
  (await statement.$castTo<SealedRow<ListedRecord> & Partial<OnPage>>().execute(sqlDatabase())).rows

function shown(row: PageRow): ShownRequest {
  const { assignedTo, assigneeName, waiting = false } = row
  const assignee = assignedTo ? { id: assignedTo, name: assigneeName ?? '' } : null
  return { ...listed(row), waiting, assignee }
}

const listed = ({ record, personal }: OpenedRow): ListedRequest => ({
  record,
  numberMasked: personal?.numberMasked ?? null,
  holderMasked: personal ? maskName(personal.holderName) : null,
})
