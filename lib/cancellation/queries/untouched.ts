import { sql } from 'kysely'
import type { RequestRecord } from '../rules/request-record'
import { batch, inBatches } from './in-batches'

export type Untouched = { id: string; reference: string; lapseDays: number; record: RequestRecord }

/**
 * Open and asked requests that lapse within `ahead` days by their store's setting, oldest first.
 */
export const untouchedRequests = (now: Date, ahead: number) =>
  inBatches(
    (after) => sql<Untouched>`
    select r.id, r.reference, s.lapse_days as "lapseDays", r.record
    from request r join store s on s.id = r.store_id
    where r.state in ('open', 'needs_info') and r.id > ${after}::uuid
      and (r.record ->> 'touchedAt')::timestamptz
        < ${now}::timestamptz - make_interval(days => s.lapse_days - ${ahead}::int)
    order by r.id limit ${batch}`,
  )
