import { type Day, addDays } from '@/lib/calendar/dates'
import { Prisma, database } from '@/lib/db/client'
import { maskName } from '@/lib/identifiers/mask'
import type { RequestRecord } from '../facts'
import type { KeyClass } from '../planes'
import type { State } from '../workflow'
import { type SealedRow, openRows, sealedColumns } from './opened'
import { type Search, understand } from './search'

export type ListedRequest = { record: RequestRecord; numberMasked: string | null; holderMasked: string | null }
export type ListPage = { items: ListedRequest[]; next: string | null }
export type ListFilter = { stores: readonly string[]; state?: State; view?: WorkView; carrier?: string; updatedSince?: Date; q?: string; cursor?: string; limit?: number }

/** A view of the work: whose, and what presses. `mine` names the account, the dates are days of Shanghai. */
export type WorkView = { name: 'mine'; account: string } | { name: 'unassigned' | 'asked' | 'waiting' | 'stalled' } | { name: 'overdue' | 'due_soon' | 'day_come'; today: Day }

const live = Prisma.sql`r.ended_at is null`

/** The condition of a view on `request r`. */
export function conditionOf(view: WorkView) {
  switch (view.name) {
    case 'mine':
      return Prisma.sql`${live} and r.assigned_to = ${view.account}::uuid`
    case 'unassigned':
      return Prisma.sql`${live} and r.assigned_to is null`
    case 'asked':
      return Prisma.sql`r.state = 'needs_info'`
    case 'waiting':
      return Prisma.sql`r.customer_waiting`
    case 'overdue':
      return Prisma.sql`r.due < ${view.today}::date`
    case 'stalled':
      return Prisma.sql`${live} and r.record -> 'flagged' ->> 'stalled' is not null`
    case 'day_come':
      return Prisma.sql`r.state = 'open' and r.waits_until <= ${view.today}::date`
    case 'due_soon':
      return Prisma.sql`r.due between ${view.today}::date and ${addDays(view.today, 2)}::date`
  }
}

const pageSize = 50

// Which ids a page shows is found out first, in indexes alone where nothing narrows the list; rows are read for those only (docs/scale.md).

/** `narrowed`: conditions on `request r`; null for none. */
type Wanted = { stores: readonly string[]; narrowed: Prisma.Sql | null; cursor: string; limit: number }
// After every UUIDv7 that there will be.
const latest = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Of so many stores each is looked into by itself; of more, an unnarrowed list goes through all requests, the newest first. */
const fewStores = 16

/** The newest of each store by a range of the index, then merged: what a store does not have costs nothing. */
const byStore = ({ stores, narrowed, cursor, limit }: Wanted) => Prisma.sql`
  select found.id from unnest(${[...stores]}::uuid[]) as store(id)
  cross join lateral (select r.id from request r where r.store_id = store.id and r.id < ${cursor}::uuid ${narrowed ?? Prisma.empty} order by r.id desc limit ${limit}) as found
  order by found.id desc limit ${limit}`

const overAll = ({ stores, cursor, limit }: Wanted) => Prisma.sql`
  select r.id from request r where r.store_id = any(${[...stores]}::uuid[]) and r.id < ${cursor}::uuid order by r.id desc limit ${limit}`

function searched(search: Search, { stores, narrowed, cursor, limit }: Wanted) {
  if (search.by === 'reference') return Prisma.sql`select r.id from request r where r.reference = ${search.reference} and r.store_id = any(${[...stores]}::uuid[]) and r.id < ${cursor}::uuid ${narrowed ?? Prisma.empty}`
  const row = narrowed ? Prisma.sql`join request r on r.id = t.request_id` : Prisma.empty
  return Prisma.sql`
    select found.id from unnest(${[...stores]}::uuid[]) as store(id)
    cross join lateral (
      select t.request_id as id from search_token t ${row}
      where t.token = ${search.token} and t.store_id = store.id and t.request_id < ${cursor}::uuid ${narrowed ?? Prisma.empty} order by t.request_id desc limit ${limit}
    ) as found
    order by found.id desc limit ${limit}`
}

/** One page of the requests of these stores, newest first; `next` is the cursor of the page after. */
export async function listRequests(filter: ListFilter): Promise<ListPage> {
  const { items, next } = await openedPage(filter, ['personal'])
  return { items: items.map(listed), next }
}

/** As `listRequests`, with all that can be opened of each: for callers who may see whole numbers. */
export async function openedPage({ stores, state, view, carrier, updatedSince, q = '', cursor, limit = pageSize }: ListFilter, classes?: readonly KeyClass[]): Promise<{ items: Awaited<ReturnType<typeof openRows>>; next: string | null }> {
  const search = await understand(q)
  if (q.trim() && !search) return { items: [], next: null }
  const inState = state ? Prisma.sql`and r.state = ${state}` : Prisma.empty
  const inView = view ? Prisma.sql`and ${conditionOf(view)}` : Prisma.empty
  const ofCarrier = carrier ? Prisma.sql`and r.carrier = ${carrier}` : Prisma.empty
  const since = updatedSince ? Prisma.sql`and r.updated_at >= ${updatedSince}` : Prisma.empty
  const narrowed = Prisma.sql`${inState} ${inView} ${ofCarrier} ${since}`
  const wanted = { stores, narrowed: narrowed.text.trim() ? narrowed : null, cursor: cursor ?? latest, limit: limit + 1 }
  const ids = search ? searched(search, wanted) : !wanted.narrowed && stores.length > fewStores ? overAll(wanted) : byStore(wanted)
  const rows = await database().$queryRaw<SealedRow[]>`select ${sealedColumns} from (${ids}) as found join request r on r.id = found.id order by r.id desc`

  const page = rows.slice(0, limit)
  // What was found by a keyed hash is looked at whole: another word may have the same.
  const opened = await openRows(page, search?.by === 'token' ? undefined : classes)
  const fitting = search?.by === 'token' ? opened.filter((row) => search.fits(row.identifiers, row.personal)) : opened
  return { items: fitting, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

/** Live requests whose customer waits at the counter, the longest waiting first; at most twenty. */
export async function waitingCustomers(stores: readonly string[]): Promise<ListedRequest[]> {
  const rows = await database().$queryRaw<SealedRow[]>`
    select ${sealedColumns} from request r where r.customer_waiting and r.store_id = any(${[...stores]}::uuid[]) order by r.updated_at limit 20`
  return (await openRows(rows, ['personal'])).map(listed)
}

/** The requests of these references, of these stores alone, in the order asked. */
export async function listedByReference(stores: readonly string[], references: readonly string[]): Promise<ListedRequest[]> {
  const rows = await database().request.findMany({ where: { reference: { in: [...references] }, storeId: { in: [...stores] } } })
  const opened = (await openRows(rows.map((row) => ({ ...row, record: row.record as unknown as RequestRecord })), ['personal'])).map(listed)
  return references.flatMap((reference) => opened.find(({ record }) => record.reference === reference) ?? [])
}

const listed = ({ record, personal }: Awaited<ReturnType<typeof openRows>>[number]): ListedRequest => ({
  record,
  numberMasked: personal?.numberMasked ?? null,
  holderMasked: personal ? maskName(personal.holderName) : null,
})
