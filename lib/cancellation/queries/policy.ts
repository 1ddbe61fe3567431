import { sql } from 'kysely'
import { answerFor } from '@/lib/carriers/rulebook/answer'
import { rulesColumn } from '@/lib/carriers/rulebook/queries'
import { compiledStatement } from '@/lib/db/compiled-statement'
import { type SqlDatabase, sqlDatabase } from '@/lib/db/sql'
import type { StoreKind } from '@/lib/domain/coded-values'
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
  const { rules, kind, storeRegion, carriers, servesRegions, ...policy } = row
  const store = { kind: kind as StoreKind, region: storeRegion, carriers, servesRegions }
  return { ...policy, ...answerFor(rules, { carrier, region, cardType, channel, store }) }
}

const allowed = compiledStatement<Path & { storeId: string }>()((builder, value) =>
  builder
    .selectFrom('carrier as c')
    .innerJoin('store as s', (join) => join.on('s.id', '=', value('storeId')))
    .innerJoin('region as r', (join) => join.on('r.code', '=', value('region')))
    .select(['c.waivable', 'c.fact_days as factDays'])
    .select(['c.review_days as reviewDays', 'c.close_days as closeDays'])
    .select([
      rulesColumn({
        region: value('region'),
        cardType: value('cardType'),
        channel: value('channel'),
      }).as('rules'),
    ])
    .select(['s.kind', 's.region as storeRegion', 's.carriers'])
    .select(['s.four_eyes as fourEyes', 's.lapse_days as lapseDays'])
    .select(['s.uncollected_days as uncollectedDays', 's.serves_regions as servesRegions'])
    .select([
      sql<string[]>`array(
        select o.code from obligation o where o.carrier = c.code order by o.position)`.as(
        'obligations',
      ),
      sql<string[]>`array(
        select o.code from obligation o
        where o.carrier = c.code and o.money order by o.position)`.as('payable'),
    ])
    .where('c.code', '=', value('carrier')),
)

/** The same outside a transaction, for read-only pages. */
export const policyAt = (storeId: string, path: Path) => policyFor(sqlDatabase(), storeId, path)
