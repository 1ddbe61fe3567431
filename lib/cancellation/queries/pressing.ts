import { sql } from 'kysely'
import type { Day } from '@/lib/domain/days'
import { batch, inBatches } from './in-batches'

// Requests that the scheduled jobs process.

type Found = { id: string; reference: string }

/** Requests whose promised day has passed without being flagged. */
export const unflaggedOverdue = (today: Day) =>
  inBatches(
    (after) => sql<Found>`
    select id, reference from request
    where due < ${today}::date and id > ${after}::uuid
      and record -> 'flagged' ->> 'overdue' is distinct from due::text
    order by id limit ${batch}`,
  )

/** Open requests whose last obligation clears by itself by today and that were not yet notified. */
export const unnotifiedDueWaits = (today: Day) =>
  inBatches(
    (after) => sql<Found>`
    select id, reference from request
    where state = 'open' and waits_until <= ${today}::date and id > ${after}::uuid
      and record -> 'flagged' ->> 'dayCome' is distinct from waits_until::text
    order by id limit ${batch}`,
  )

/** Requests with a promise that a calendar change could move. */
export const promisedRequests = () =>
  inBatches(
    (after) => sql<Found>`
    select id, reference from request
    where state in ('in_review', 'closing') and due is not null and id > ${after}::uuid
    order by id limit ${batch}`,
  )
