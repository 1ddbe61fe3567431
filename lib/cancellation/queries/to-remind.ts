import type { Day } from '@/lib/domain/days'
import { database } from '@/lib/db/client'
import { batch, inBatches } from './in-batches'

/**
 * Completed requests that ended between these days in Shanghai, both counted, and whose customers
 * were not reminded of what is left to do.
 */
export const aftercareToRemind = (from: Day, to: Day) =>
  inBatches(
    (after) => database().$queryRaw<{ id: string; reference: string }[]>`
    select r.id, r.reference from request r
    where r.state = 'completed' and r.record ->> 'aftercareRemindedAt' is null and r.id > ${after}::uuid
      and r.ended_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai' and r.ended_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    order by r.id limit ${batch}`,
  )
