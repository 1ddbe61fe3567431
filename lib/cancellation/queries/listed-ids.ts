import { type RawBuilder, sql } from 'kysely'
import { type Day, addDays } from '@/lib/domain/days'
import type { State } from '../rules/workflow'
import type { Search } from './search'

/**
 * A view of the list. `work` and `mine` name the account, `work` also whether it reviews; dates are
 * days in Asia/Shanghai.
 */
export type WorkView =
  | { name: 'work'; account: string; reviews: boolean }
  | { name: 'mine'; account: string }
  | { name: 'unassigned' | 'asked' | 'waiting' | 'stalled' }
  | { name: 'overdue' | 'due_soon' | 'day_come'; today: Day }

/** Filters of a list; `cursor`: only requests older than this one. */
export type Narrowing = {
  stores: readonly string[]
  state?: State
  view?: WorkView
  carrier?: string
  updatedSince?: Date
  cursor?: string
  limit: number
}

const live = sql`r.ended_at is null`

/** The SQL condition of a view on `request r`. */
export function conditionOf(view: WorkView) {
  switch (view.name) {
    case 'work':
      return sql`${live} and (r.assigned_to = ${view.account}::uuid or r.assigned_to is null
        or ${view.reviews} and r.state = 'in_review')`
    case 'mine':
      return sql`${live} and r.assigned_to = ${view.account}::uuid`
    case 'unassigned':
      return sql`${live} and r.assigned_to is null`
    case 'asked':
      return sql`r.state = 'needs_info'`
    case 'waiting':
      return sql`r.customer_waiting`
    case 'overdue':
      return sql`r.due < ${view.today}::date`
    case 'stalled':
      return sql`${live} and r.record -> 'flagged' ->> 'stalled' is not null`
    case 'day_come':
      return sql`r.state = 'open' and r.waits_until <= ${view.today}::date`
    case 'due_soon':
      return sql`r.due between ${view.today}::date and ${addDays(view.today, 2)}::date`
  }
}

// A page's ids are found first, by index-only scans where nothing narrows the list; rows are read
// only for those (docs/scale.md).

/** `narrowed`: conditions on `request r`; null for none. */
type Wanted = {
  stores: readonly string[]
  narrowed: RawBuilder<unknown> | null
  cursor: string
  limit: number
}
// Sorts after every UUIDv7.
const latest = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * Up to this many stores are searched one by one; for more, an unfiltered list scans all requests,
 * newest first.
 */
const fewStores = 16

/**
 * The newest of each store by an index range, then merged: a store without requests costs nothing.
 */
const byStore = ({ stores, narrowed, cursor, limit }: Wanted) => sql`
  select found.id from unnest(${[...stores]}::uuid[]) as store(id)
  cross join lateral (
    select r.id from request r
    where r.store_id = store.id and r.id < ${cursor}::uuid ${narrowed ?? sql``}
    order by r.id desc limit ${limit}
  ) as found
  order by found.id desc limit ${limit}`

const overAll = ({ stores, cursor, limit }: Wanted) => sql`
  select r.id from request r
  where r.store_id = any(${[...stores]}::uuid[]) and r.id < ${cursor}::uuid
  order by r.id desc limit ${limit}`

function searched(search: Search, { stores, narrowed, cursor, limit }: Wanted) {
  if (search.by === 'reference')
    return sql`
      select r.id from request r
      where r.reference = ${search.reference} and r.store_id = any(${[...stores]}::uuid[])
        and r.id < ${cursor}::uuid ${narrowed ?? sql``}`
  const row = narrowed ? sql`join request r on r.id = t.request_id` : sql``
  return sql`
    select found.id from unnest(${[...stores]}::uuid[]) as store(id)
    cross join lateral (
      select t.request_id as id from search_token t ${row}
      where t.token = ${search.token} and t.store_id = store.id
        and t.request_id < ${cursor}::uuid ${narrowed ?? sql``}
      order by t.request_id desc limit ${limit}
    ) as found
    order by found.id desc limit ${limit}`
}

/** A list's ids, newest first, at most `limit`; to be joined as `id`. */
export function idsOf(
  { stores, state, view, carrier, updatedSince, cursor = latest, limit }: Narrowing,
  search: Search | null,
) {
  const conditions = [
    ...(state ? [sql`and r.state = ${state}`] : []),
    ...(view ? [sql`and ${conditionOf(view)}`] : []),
    ...(carrier ? [sql`and r.carrier = ${carrier}`] : []),
    ...(updatedSince ? [sql`and r.updated_at >= ${updatedSince}`] : []),
  ]
  const wanted = {
    stores,
    narrowed: conditions.length ? sql.join(conditions, sql` `) : null,
    cursor,
    limit,
  }
  if (search) return searched(search, wanted)
  return !wanted.narrowed && stores.length > fewStores ? overAll(wanted) : byStore(wanted)
}
