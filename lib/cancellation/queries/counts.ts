import { sql } from 'kysely'
import { sqlDatabase } from '@/lib/db/sql'
import { type WorkView, conditionOf } from './listed-ids'

/** Counts are exact up to this number; beyond, "1,000+" is shown. */
export const countedTo = 1000

/**
 * The number of requests of these stores per view, in the given order; `countedTo` + 1 means more.
 */
export async function countViews(
  stores: readonly string[],
  views: readonly WorkView[],
): Promise<number[]> {
  const counts = views.map(
    (view, place) => sql`
      select ${place}::int as place, count(*)::int as count from (
        select from request r
        where r.store_id = any((select ids from seen)::uuid[]) and ${conditionOf(view)}
        limit ${countedTo + 1}
      ) as held`,
  )
  const { rows } = await sql<{ place: number; count: number }>`
    with seen as materialized (select ${[...stores]}::uuid[] as ids)
    ${sql.join(counts, sql` union all `)}`.execute(sqlDatabase())
  return views.map((_, place) => rows.find((row) => row.place === place)?.count ?? 0)
}
