import { type Day, addDays } from '@/lib/calendar/dates'
import { type WorkingCalendar, addWorkingDays, workingDaysBetween } from '@/lib/calendar/working-days'
import type { DatePromise, PromiseReason, Promises } from './facts'
import type { Policy } from './situation'

type Terms = Pick<Policy, 'reviewDays' | 'closeDays' | 'preCancels' | 'reinstateDays'>

/** Both promises, reckoned from the day that the review begins (F21: 1 to 3 working days; P2: about a month more). */
export function promisesFrom(day: Day, terms: Terms, calendar: WorkingCalendar, reason: PromiseReason): Promises {
  const decision: DatePromise = { ...addWorkingDays(day, terms.reviewDays, calendar), reason }
  return { decision, end: endAfter(decision, terms, calendar) }
}

/** Both promises after the clock stood still: what was left of the decision's days counts from today. */
export function resumed(before: DatePromise, pausedOn: Day, today: Day, terms: Terms, calendar: WorkingCalendar): Promises {
  const left = Math.max(1, workingDaysBetween(pausedOn, before.date, calendar))
  const decision: DatePromise = { ...addWorkingDays(today, left, calendar), reason: 'clock_ran_on' }
  return { decision, end: endAfter(decision, terms, calendar) }
}

function endAfter(decision: DatePromise, terms: Terms, calendar: WorkingCalendar): DatePromise {
  const closed = addWorkingDays(decision.date, terms.closeDays, calendar)
  const date = terms.preCancels ? addDays(closed.date, terms.reinstateDays) : closed.date
  return { date, estimated: decision.estimated || closed.estimated, reason: decision.reason }
}
