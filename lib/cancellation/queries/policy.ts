import { sql } from 'kysely'
import { compiledStatement } from '@/lib/db/compiled-statement'
import { type SqlDatabase, sqlDatabase } from '@/lib/db/sql'
import { usualAdultAge } from '../rules/questions'
import type { Policy } from '../rules/situation'
import type { Particulars } from '../rules/request-record'

type Path = Pick<Particulars, 'carrier' | 'region' | 'cardType' | 'channel'>

/** What carrier and store allow for this path; null when carrier or region do not exist. */
export async function policyFor(
  database: SqlDatabase,
  storeId: string,
  { carrier, region, cardType, channel }: Path,
): Promise<Policy | null> {
  const [row] = await allowed({ storeId, carrier, region, cardType, channel }, database)
  if (!row) return null
  const { servesRegions, ...policy } = row
  return { ...policy, storeServes: servesRegions.includes(region), adultAge: usualAdultAge }
}

const allowed = compiledStatement<Path & { storeId: string }>()((builder, value) =>
  builder
    .selectFrom('carrier as c')
    .innerJoin('store as s', (join) => join.on('s.id', '=', value('storeId')))
    .innerJoin('region as r', (join) => join.on('r.code', '=', value('region')))
    .leftJoin('availability as a', (join) =>
      join
        .onRef('a.carrier', '=', 'c.code')
        .on('a.region', '=', value('region'))
        .on('a.card_type', '=', value('cardType'))
        .on('a.channel', '=', value('channel')),
    )
    .select(['c.applicants', 'c.waivable', 'c.pre_cancels as preCancels'])
    .select(['c.reinstate_days as reinstateDays', 'c.fact_days as factDays'])
    .select(['c.review_days as reviewDays', 'c.close_days as closeDays'])
    .select(['c.month_end_days as monthEndDays'])
    .select(['c.online_from as onlineFrom', 'c.online_to as onlineTo'])
    .select(['s.four_eyes as fourEyes', 's.lapse_days as lapseDays'])
    .select(['s.uncollected_days as uncollectedDays', 's.serves_regions as servesRegions'])
    .select([
      sql<boolean>`coalesce(a.offered, false)`.as('offered'),
      sql<string[]>`array(
        select o.code from obligation o where o.carrier = c.code order by o.position)`.as(
        'obligations',
      ),
    ])
    .where('c.code', '=', value('carrier')),
)

/** The same outside a transaction, for read-only pages. */
export const policyAt = (storeId: string, path: Path) => policyFor(sqlDatabase(), storeId, path)
