import type { Day } from '@/lib/domain/days'
import { withClient } from '../database/roles'
import { firstIdOn } from './days'
import {
  type HistoryRange,
  boundsOf,
  lockHistory,
  patiently,
  protectedRange,
  rangesOf,
} from './ranges'

/**
 * Moves the ranges of requests opened before a day from the history that is written to the archive,
 * where they are read and verified as before, and not a row of them is touched. What still comes to
 * their requests (a key destroyed, a card handed on) goes into an empty range in their place.
 */
export const archiveRanges = (owner: string, day: Day): Promise<HistoryRange[]> =>
  withClient(owner, async (client) => {
    const [ranges, boundary] = [await rangesOf(client), firstIdOn(day)]
    const archivedTo = ranges.filter(({ archived }) => archived).map(({ to }) => to)
    const moved = ranges.filter(
      ({ to, archived }) => !archived && to !== null && to <= boundary && !archivedTo.includes(to),
    )
    for (const range of moved) {
      await patiently(
        client,
        `${lockHistory}
        alter table request_event detach partition ${range.table};
        alter table archived_event attach partition ${range.table} for values ${boundsOf(range)};
        ${protectedRange(`${range.table}_after`, range)}`,
      )
    }
    return moved
  })
