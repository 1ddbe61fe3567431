import { database } from '@/lib/db/client'
import { type Day, addDays, startOf } from '@/lib/domain/days'
import { daysCounted } from './quiet-hours'

// A card that comes back later than this after its request was opened is one visit too few; looking
// for it would read every request that is still open.
const daysLookedBack = 30

/**
 * Counts the visits of the days that no count has yet, up to yesterday, and forgets those that no
 * longer count. Store by store, so that no statement is a long one. Returns the number of stores.
 */
export async function gatherVisits(today: Day): Promise<number> {
  const earliest = addDays(today, -daysCounted)
  await database().visitCount.deleteMany({ where: { day: { lt: new Date(earliest) } } })
  const stores = await database().$queryRaw<{ id: string; counted: Day | null }[]>`
    select s.id, to_char(max(v.day), 'YYYY-MM-DD') as counted
    from store s left join visit_count v on v.store_id = s.id group by s.id order by s.id`
  for (const { id, counted } of stores)
    await gatherStore(id, counted ? addDays(counted, 1) : earliest, today)
  return stores.length
}

/**
 * A visit is one person at the counter: what a clerk opened in store, or noted of somebody who is
 * there, of one request on one day, at its first moment. A further number of the same visit adds
 * none (adr 43), and one clerk within five minutes serves one person: so a file of paper forms,
 * read in at once, is no crowd.
 */
const gatherStore = (storeId: string, from: Day, today: Day) => database().$executeRaw`
  insert into visit_count (store_id, day, hour, visits)
  select ${storeId}::uuid, (at at time zone 'Asia/Shanghai')::date,
    extract(hour from at at time zone 'Asia/Shanghai'), count(*)
  from (
    select distinct on (actor_id, date_bin('5 minutes', at, '2000-01-01Z')) at
    from (
      select distinct on (e.request_id, (e.at at time zone 'Asia/Shanghai')::date) e.actor_id, e.at
      from request r join request_event e on e.request_id = r.id
        join account a on a.id = e.actor_id and a.kind = 'person'
      where r.store_id = ${storeId}::uuid and r.channel = 'in_store'
        and r.opened_at >= ${startOf(addDays(from, -daysLookedBack))}
        and r.opened_at < ${startOf(today)}
        and e.at >= ${startOf(from)} and e.at < ${startOf(today)}
        and (
          e.type in ('open', 'hand_card_back')
          or e.type = 'note' and e.facts ->> 'kind' in ('identity_check', 'application_form',
            'card_return', 'device_unlock')
        )
        and not exists (
          select from request_event o where o.request_id = r.id and o.type = 'open'
            and o.facts ? 'from' and o.at > e.at - interval '12 hours'
        )
      order by e.request_id, (e.at at time zone 'Asia/Shanghai')::date, e.at
    ) present
    order by actor_id, date_bin('5 minutes', at, '2000-01-01Z'), at
  ) visit
  group by 2, 3
  on conflict do nothing`
