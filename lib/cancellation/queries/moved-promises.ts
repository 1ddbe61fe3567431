import { sql } from 'kysely'
import type { Day } from '@/lib/domain/days'
import type { WorkingCalendar } from '@/lib/calendar/working-days'
import type { RequestRecord } from '../rules/request-record'
import { recalculatedPromises } from '../rules/promises'
import { batch, inBatches } from './in-batches'

export type MovedPromise = {
  reference: string
  of: 'decision' | 'end'
  before: Day
  after: Day
  estimated: boolean
}

/** Rows that are listed; all are counted. */
const shown = 20

/**
 * The promises that a calendar would move or make certain: their number and the first of them.
 * Read-only.
 */
export async function movedPromises(
  calendar: WorkingCalendar,
): Promise<{ count: number; first: MovedPromise[] }> {
  const running = inBatches(
    (after) => sql<{ id: string; record: RequestRecord }>`
    select id, record from request
    where state in ('in_review', 'closing') and due is not null and id > ${after}::uuid
    order by id limit ${batch}`,
  )
  let count = 0
  const first: MovedPromise[] = []
  for await (const { record } of running) {
    const promises = recalculatedPromises(record, calendar)
    if (!promises) continue
    count += 1
    const of = promises.decision ? 'decision' : 'end'
    const [before, after] = [record.promises[of], promises[of]]
    if (first.length < shown && before && after)
      first.push({
        reference: record.reference,
        of,
        before: before.date,
        after: after.date,
        estimated: after.estimated,
      })
  }
  return { count, first }
}
