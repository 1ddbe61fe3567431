import { recordRecalculation } from '@/lib/calendar/commands'
import { calendarYears, workingCalendar } from '@/lib/calendar/queries'
import { recalculatePromises } from '@/lib/writer'
import { promisedRequests } from '@/lib/cancellation/queries/pressing'
import { log } from '@/lib/log'
import { each } from './each'

/** Recalculates all promises if a year's calendar has changed since the last run (D2). */
export async function recalculateAllPromises(now: Date) {
  const changed = (await calendarYears()).filter(({ pending }) => pending)
  if (changed.length === 0) return
  const calendar = await workingCalendar(now)
  const requests = await each(promisedRequests(), ({ reference }) =>
    recalculatePromises(reference, calendar, now),
  )
  // A change made meanwhile is later than the recorded moment, and triggers the next run.
  for (const { year, changedAt } of changed) await recordRecalculation(year, new Date(changedAt))
  log.info({ job: 'reckon_promises', years: changed.map(({ year }) => year), requests }, 'done')
}
