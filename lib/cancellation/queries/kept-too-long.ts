import type { Day } from '@/lib/calendar/dates'
import { database } from '@/lib/db/client'
import { batch, inBatches } from './in-batches'

/** Requests that had ended by the end of this day in Shanghai and whose full identifiers can still be opened. */
export const keptTooLong = (day: Day) =>
  inBatches((after) => database().$queryRaw<{ id: string; reference: string }[]>`
    select r.id, r.reference from request r join request_key k on k.request_id = r.id and k.class = 'identifiers'
    where r.ended_at < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai' and r.id > ${after}::uuid
    order by r.id limit ${batch}`)
