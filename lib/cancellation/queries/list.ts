import { database } from '@/lib/db/client'
import { maskName } from '@/lib/identifiers/mask'
import type { RequestRecord } from '../facts'
import { type Narrowing, idsOf } from './listed-ids'
import { type ListedRecord, type RowClass, type SealedRow, listedColumns, openRows } from './opened'
import { understand } from './search'

export type ListedRequest = { record: ListedRecord; numberMasked: string | null; holderMasked: string | null }
export type ListPage = { items: ListedRequest[]; next: string | null }
export type ListFilter = Omit<Narrowing, 'limit'> & { q?: string; limit?: number }

const pageSize = 50

/** One page of the requests of these stores, newest first; `next` is the cursor of the page after. */
export async function listRequests(filter: ListFilter): Promise<ListPage> {
  const { items, next } = await openedPage(filter, ['personal'])
  return { items: items.map(listed), next }
}

/** As `listRequests`, with all that can be opened of each: for callers who may see whole numbers. */
export async function openedPage({ q = '', limit = pageSize, ...narrowing }: ListFilter, classes?: readonly RowClass[]): Promise<{ items: Awaited<ReturnType<typeof openRows<SealedRow<ListedRecord>>>>; next: string | null }> {
  const search = await understand(q)
  if (q.trim() && !search) return { items: [], next: null }
  // What was found by a keyed hash is looked at whole: another word may have the same.
  const shown = search?.by === 'token' ? undefined : classes
  const rows = await database().$queryRaw<SealedRow<ListedRecord>[]>`select ${listedColumns(shown)} from (${idsOf({ ...narrowing, limit: limit + 1 }, search)}) as found join request r on r.id = found.id order by r.id desc`

  const page = rows.slice(0, limit)
  const opened = await openRows(page, shown)
  const fitting = search?.by === 'token' ? opened.filter((row) => search.fits(row.identifiers, row.personal)) : opened
  return { items: fitting, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

/** References and versions of what a list holds, `limit` at most, in its order: nothing of it is opened, save to see whether it really is what was searched for. */
export async function listedVersions({ q = '', limit, ...narrowing }: ListFilter & { limit: number }): Promise<{ reference: string; version: number }[]> {
  const search = await understand(q)
  if (q.trim() && !search) return []
  if (search?.by !== 'token') return database().$queryRaw`select r.reference, r.version from (${idsOf({ ...narrowing, limit }, search)}) as found join request r on r.id = found.id order by r.id desc`
  return (await openedPage({ q, limit, ...narrowing })).items.map(({ record: { reference, version } }) => ({ reference, version }))
}

/** Live requests whose customer waits at the counter, the longest waiting first; at most twenty. */
export async function waitingCustomers(stores: readonly string[]): Promise<ListedRequest[]> {
  const rows = await database().$queryRaw<SealedRow<ListedRecord>[]>`
    select ${listedColumns(['personal'])} from request r where r.customer_waiting and r.store_id = any(${[...stores]}::uuid[]) order by r.updated_at limit 20`
  return (await openRows(rows, ['personal'])).map(listed)
}

/** The requests of these references, of these stores alone, in the order asked. */
export async function listedByReference(stores: readonly string[], references: readonly string[]): Promise<ListedRequest[]> {
  const rows = await database().request.findMany({ where: { reference: { in: [...references] }, storeId: { in: [...stores] } } })
  const opened = (await openRows(rows.map((row) => ({ ...row, record: row.record as unknown as RequestRecord })), ['personal'])).map(listed)
  return references.flatMap((reference) => opened.find(({ record }) => record.reference === reference) ?? [])
}

const listed = ({ record, personal }: Awaited<ReturnType<typeof openRows<SealedRow<ListedRecord>>>>[number]): ListedRequest => ({
  record,
  numberMasked: personal?.numberMasked ?? null,
  holderMasked: personal ? maskName(personal.holderName) : null,
})
