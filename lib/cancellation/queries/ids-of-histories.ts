import { sql } from 'kysely'
import { batch } from './in-batches'

/**
 * The ids of `batch` requests that have events, in their order, after an id: from each the index
 * leads to the next. A `distinct` over the ranges of the history would sort all of their events for
 * each batch, since the planner knows little of them together.
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
