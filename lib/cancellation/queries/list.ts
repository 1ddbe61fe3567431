import { type Day, addDays } from '@/lib/calendar/dates'
import { Prisma, database } from '@/lib/db/client'
import { maskName } from '@/lib/identifiers/mask'
import type { RequestRecord } from '../facts'
import type { State } from '../workflow'
import { type SealedRow, openRows } from './opened'
import { understand } from './search'

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

/** One page of the requests of these stores, newest first; `next` is the cursor of the page after. */
export async function listRequests(filter: ListFilter): Promise<ListPage> {
  const { items, next } = await openedPage(filter)
  return { items: items.map(listed), next }
}

/** As `listRequests`, with all that can be opened of each: for callers who may see whole numbers. */
export async function openedPage({ stores, state, view, carrier, updatedSince, q = '', cursor, limit = pageSize }: ListFilter): Promise<{ items: Awaited<ReturnType<typeof openRows>>; next: string | null }> {
  const search = await understand(q)
  if (q.trim() && !search) return { items: [], next: null }
  const before = cursor ? Prisma.sql`and r.id < ${cursor}::uuid` : Prisma.empty
  const inState = state ? Prisma.sql`and r.state = ${state}` : Prisma.empty
  const inView = view ? Prisma.sql`and ${conditionOf(view)}` : Prisma.empty
  const ofCarrier = carrier ? Prisma.sql`and r.carrier = ${carrier}` : Prisma.empty
  const since = updatedSince ? Prisma.sql`and r.updated_at >= ${updatedSince}` : Prisma.empty
  const columns = Prisma.sql`r.id, r.record, r.sealed_identifiers as "sealedIdentifiers", r.sealed_personal as "sealedPersonal"`
  const inStore =
    search?.by === 'token'
      ? Prisma.sql`from search_token t join request r on r.id = t.request_id where t.token = ${search.token} and t.store_id = store.id`
      : search
        ? Prisma.sql`from request r where r.reference = ${search.reference} and r.store_id = store.id`
        : Prisma.sql`from request r where r.store_id = store.id`
  // One range of the index for each store, newest first, then merged.
  const rows = await database().$queryRaw<SealedRow[]>`
    select found.* from unnest(${[...stores]}::uuid[]) as store(id)
    cross join lateral (select ${columns} ${inStore} ${inState} ${inView} ${ofCarrier} ${since} ${before} order by r.id desc limit ${limit + 1}) as found
    order by found.id desc limit ${limit + 1}`

  const page = rows.slice(0, limit)
  const opened = await openRows(page)
  const fitting = search?.by === 'token' ? opened.filter((row) => search.fits(row.identifiers, row.personal)) : opened
  return { items: fitting, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

/** Live requests whose customer waits at the counter, the longest waiting first; at most twenty. */
export async function waitingCustomers(stores: readonly string[]): Promise<ListedRequest[]> {
  const rows = await database().$queryRaw<SealedRow[]>`
    select id, record, sealed_identifiers as "sealedIdentifiers", sealed_personal as "sealedPersonal"
    from request where customer_waiting and store_id = any(${[...stores]}::uuid[]) order by updated_at limit 20`
  return (await openRows(rows)).map(listed)
}

/** The requests of these references, of these stores alone, in the order asked. */
export async function listedByReference(stores: readonly string[], references: readonly string[]): Promise<ListedRequest[]> {
  const rows = await database().request.findMany({ where: { reference: { in: [...references] }, storeId: { in: [...stores] } } })
  const opened = (await openRows(rows.map((row) => ({ ...row, record: row.record as unknown as RequestRecord })))).map(listed)
  return references.flatMap((reference) => opened.find(({ record }) => record.reference === reference) ?? [])
}

const listed = ({ record, personal }: Awaited<ReturnType<typeof openRows>>[number]): ListedRequest => ({
  record,
  numberMasked: personal?.numberMasked ?? null,
  holderMasked: personal ? maskName(personal.holderName) : null,
})
