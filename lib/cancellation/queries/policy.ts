import { type Asking, direct } from '@/lib/db/direct'
import type { Policy } from '../rules/situation'
import type { Particulars } from '../rules/request-record'

type Path = Pick<Particulars, 'carrier' | 'region' | 'cardType' | 'channel'>

/** What carrier and store allow for this path; null when there is no such carrier or region. */
export async function policyFor(
  tx: Asking,
  storeId: string,
  { carrier, region, cardType, channel }: Path,
): Promise<Policy | null> {
  const rows = await tx.$queryRaw<(Policy & { servesRegions: string[] })[]>`
    select c.applicants, c.waivable, c.pre_cancels as "preCancels", c.reinstate_days as "reinstateDays",
           c.fact_days as "factDays", c.review_days as "reviewDays", c.close_days as "closeDays", s.four_eyes as "fourEyes", s.lapse_days as "lapseDays", s.uncollected_days as "uncollectedDays",
           c.month_end_days as "monthEndDays", c.online_from as "onlineFrom", c.online_to as "onlineTo",
           s.serves_regions as "servesRegions", coalesce(a.offered, false) as offered,
           array(select o.code from obligation o where o.carrier = c.code order by o.position) as obligations
    from carrier c
    join store s on s.id = ${storeId}::uuid
    join region r on r.code = ${region}
    left join availability a on a.carrier = c.code and a.region = r.code and a.card_type = ${cardType} and a.channel = ${channel}
    where c.code = ${carrier}`
  const row = rows[0]
  if (!row) return null
  const { servesRegions, ...policy } = row
  return { ...policy, storeServes: servesRegions.includes(region) }
}

/** The same, outside a transaction: for pages that only ask. */
export const policyAt = (storeId: string, path: Path) => policyFor(direct, storeId, path)
