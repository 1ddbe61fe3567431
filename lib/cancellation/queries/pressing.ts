import type { Day } from '@/lib/calendar/dates'
import { database } from '@/lib/db/client'

// What the desk's own jobs go through: references in the order of their ids, a batch at a time.

const batch = 500

/** References after a cursor, with the cursor that leads on; null when that was the last batch. */
export type Batch = { references: string[]; next: string | null }

const batchOf = (rows: { id: string; reference: string }[]): Batch => ({ references: rows.map(({ reference }) => reference), next: rows.length === batch ? (rows.at(-1)?.id ?? null) : null })

const zero = '00000000-0000-0000-0000-000000000000'

/** Requests whose promised day has passed and was not flagged. */
export const unflaggedOverdue = async (today: Day, after: string = zero): Promise<Batch> =>
  batchOf(await database().$queryRaw`
    select id, reference from request
    where due < ${today}::date and id > ${after}::uuid and record -> 'flagged' ->> 'overdue' is distinct from due::text
    order by id limit ${batch}`)

/** Open requests whose last obligation clears by itself today or earlier, and that were not told so. */
export const untoldDayCome = async (today: Day, after: string = zero): Promise<Batch> =>
  batchOf(await database().$queryRaw`
    select id, reference from request
    where state = 'open' and waits_until <= ${today}::date and id > ${after}::uuid and record -> 'flagged' ->> 'dayCome' is distinct from waits_until::text
    order by id limit ${batch}`)

/** Requests that have a promise which a calendar could move. */
export const promisedRequests = async (after: string = zero): Promise<Batch> =>
  batchOf(await database().$queryRaw`
    select id, reference from request where state in ('in_review', 'closing') and due is not null and id > ${after}::uuid order by id limit ${batch}`)
