import { sql } from 'kysely'
import { batch } from './in-batches'

/**
 * The ids of `batch` requests that have events, in order, after an id, as a loose index scan. A
 * `distinct` over the history's partitions would sort all their events for every batch, because the
 * planner lacks statistics across them.
 */
export const idsOfHistories = (after: string) => sql`(
  with recursive found(id) as (
    (
      select request_id from every_event
      where request_id > ${after}::uuid order by request_id limit 1
    )
    union all
    select (
      select request_id from every_event where request_id > found.id order by request_id limit 1
    ) from found where found.id is not null
  ) select id from found where id is not null limit ${batch})`
