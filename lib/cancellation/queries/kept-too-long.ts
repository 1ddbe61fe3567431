import type { Day } from '@/lib/calendar/dates'
import { Prisma, database } from '@/lib/db/client'
import type { KeyClass } from '../planes'
import { batch, inBatches } from './in-batches'

/** Requests that had ended by the end of this day in Shanghai and whose full identifiers can still be opened. */
export const keptTooLong = (day: Day) => endedWithKey(day, 'identifiers', Prisma.empty)

/** Requests that had ended by the end of this day in Shanghai and whose copies of documents are still there. */
export const photosKeptTooLong = (day: Day) => endedWithKey(day, 'photos', Prisma.sql`and exists (select from document_page p where p.request_id = r.id)`)

const endedWithKey = (day: Day, keyClass: KeyClass, also: Prisma.Sql) =>
  inBatches((after) => database().$queryRaw<{ id: string; reference: string }[]>`
    select r.id, r.reference from request r join request_key k on k.request_id = r.id and k.class = ${keyClass}
    where r.ended_at < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai' and r.id > ${after}::uuid ${also}
    order by r.id limit ${batch}`)
