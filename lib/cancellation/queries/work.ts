import { sql } from 'kysely'
import { type Day, isDay } from '@/lib/domain/days'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { promiseDue } from '../rules/promise-due'
import { type ListPage, pageSize, shownColumns, shownRows } from './list'

/** A place in the work list: the promised day, null for none, and the request there. */
export type WorkPlace = { due: Day | null; id: string }

/** A place as text, for an address. */
export const placeText = ({ due, id }: WorkPlace) => `${due ?? 'undated'}.${id}`

/** The place that a text says; null for any other text. */
export function readPlace(text: string): WorkPlace | null {
  const [due = '', id = ''] = text.split('.')
  const fits = (due === 'undated' || isDay(due)) && isUuid(id)
  return fits ? { due: due === 'undated' ? null : due, id } : null
}

// The expressions of the index `request_work`, word for word: a parameter would not fit it.
const nobody = sql`'00000000-0000-0000-0000-000000000000'::uuid`
const handOf = sql`coalesce(r.assigned_to, ${nobody})`
const dueOf = sql`coalesce(r.due, 'infinity'::date)`

/**
 * A page of what the account has in hand and what nobody has, earliest due first, then oldest;
 * for somebody who `reviews`, also all that waits for review, since its clerk keeps it in hand
 * meanwhile. `after` is the last place of the page before. Each store's and hand's first are read
 * from an index range, and merged (docs/adr/0040); what is in review is little at any moment.
 */
export async function workList({
  account,
  stores,
  reviews,
  after,
  limit = pageSize,
}: {
  account: string
  stores: readonly string[]
  reviews: boolean
  after?: WorkPlace
  limit?: number
}): Promise<ListPage> {
  const place = after
    ? sql`(${after.due ?? 'infinity'}::date, ${after.id}::uuid)`
    : sql`('-infinity'::date, ${nobody})`
  const inReview = sql`
      union all
      select one.id, one.due from unnest(${[...stores]}::uuid[]) as store(id)
      cross join lateral (
        select r.id, ${dueOf} as due from request r
        where r.state = 'in_review' and r.store_id = store.id
          and ${handOf} not in (${account}::uuid, ${nobody}) and (${dueOf}, r.id) > ${place}
        order by ${dueOf}, r.id limit ${limit + 1}
      ) as one`
  const rows = await shownRows(sql`
    select ${shownColumns} from (
      select one.id, one.due from unnest(${[...stores]}::uuid[]) as store(id)
      cross join (values (${account}::uuid), (${nobody})) as hand(id)
      cross join lateral (
        select r.id, ${dueOf} as due from request r
        where r.ended_at is null and r.store_id = store.id and ${handOf} = hand.id
          and (${dueOf}, r.id) > ${place}
        order by ${dueOf}, r.id limit ${limit + 1}
      ) as one
      ${reviews ? inReview : sql``}
      order by due, id limit ${limit + 1}
    ) as found join request r on r.id = found.id order by found.due, found.id`)
  const items = rows.slice(0, limit)
  const last = items.at(-1)?.record
  const next = rows.length > limit && last
  return {
    items,
    next: next ? placeText({ due: promiseDue(last)?.date ?? null, id: last.id }) : null,
  }
}
