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
 * Moves the partitions of requests opened before a day to the archive, where they are read and
 * verified as before; no row is rewritten. Later events of their requests (a key destroyed, a card
 * handed on) go into an empty partition in their place.
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
