import { sql } from 'kysely'
import { type Day, addDays, startOf } from '@/lib/domain/days'
import { batch, inBatches } from './in-batches'

/**
 * Completed requests that ended between these days in Shanghai, inclusive, and whose customers were
 * not yet reminded of aftercare.
 */
export const aftercareToRemind = (from: Day, to: Day) =>
  inBatches(
    (after) => sql<{ id: string; reference: string }>`
    select r.id, r.reference from request r
    where r.state = 'completed' and r.record ->> 'aftercareRemindedAt' is null
      and r.id > ${after}::uuid
      and r.ended_at >= ${startOf(from)} and r.ended_at < ${startOf(addDays(to, 1))}
    order by r.id limit ${batch}`,
  )
