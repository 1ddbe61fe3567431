import type { PreCancelEnd } from '@/lib/carriers/rulebook/topics'
import { dayOfNextMonth } from '@/lib/carriers/rulebook/windows'
import { type Day, addDays } from '@/lib/domain/days'
import {
  type WorkingCalendar,
  addWorkingDays,
  workingDaysBetween,
} from '@/lib/calendar/working-days'
import type {
  DatePromise,
  PromiseReason,
  Promises,
  PromiseBasis,
  RequestRecord,
} from './request-record'
import type { Policy } from './situation'

type Terms = Pick<Policy, 'reviewDays' | 'closeDays' | 'preCancelEnds'>

/**
 * Both promises, counted from the start of the review (F21: 1 to 3 working days; P2: about a month
 * more).
 */
export function promisesFrom(
  day: Day,
  terms: Terms,
  calendar: WorkingCalendar,
  reason: PromiseReason,
): Promises {
  const decision = calculatePromise(
    { from: day, workingDays: terms.reviewDays, thenDays: 0 },
    reason,
    calendar,
  )
  return { decision, end: endAfter(decision, terms, calendar) }
}

/**
 * The promise for a calculation; an estimate (预计) when it spans a year without published holidays
 * (D2).
 */
export function calculatePromise(
  reckoned: PromiseBasis,
  reason: PromiseReason,
  calendar: WorkingCalendar,
): DatePromise {
  const { date, estimated } = addWorkingDays(reckoned.from, reckoned.workingDays, calendar)
  return {
    date: dayAfter(date, reckoned),
    estimated,
    reason,
    reckoned,
  }
}

/** Both promises after a pause: the remaining days of the decision count from today. */
export function resumed(
  before: DatePromise,
  pausedOn: Day,
  today: Day,
  terms: Terms,
  calendar: WorkingCalendar,
): Promises {
  const left = Math.max(1, workingDaysBetween(pausedOn, before.date, calendar))
  const decision = calculatePromise(
    { from: today, workingDays: left, thenDays: 0 },
    'clock_ran_on',
    calendar,
  )
  return { decision, end: endAfter(decision, terms, calendar) }
}

type Then = Pick<PromiseBasis, 'thenDays' | 'thenDayOfNextMonth'>

/** What follows the carrier's closing until the account ends (P2). */
export function thenUntil(ends: PreCancelEnd | null): Then {
  if (ends?.by === 'next_month') return { thenDays: 0, thenDayOfNextMonth: ends.day }
  return { thenDays: ends?.days ?? 0 }
}

/** The day that so many calendar days, or a day of the next month, lead to. */
export function dayAfter(day: Day, { thenDays, thenDayOfNextMonth }: Then): Day {
  const later = thenDays ? addDays(day, thenDays) : day
  return thenDayOfNextMonth === undefined ? later : dayOfNextMonth(later, thenDayOfNextMonth)
}

function endAfter(decision: DatePromise, terms: Terms, calendar: WorkingCalendar): DatePromise {
  const end = calculatePromise(
    {
      from: decision.date,
      workingDays: terms.closeDays,
      ...thenUntil(terms.preCancelEnds),
    },
    decision.reason,
    calendar,
  )
  return { ...end, estimated: decision.estimated || end.estimated }
}

/**
 * A request's promises recalculated with a changed calendar (D2); null when nothing changes.
 * Nothing is promised while paused. A decided request keeps its decision and the day from which its
 * end is counted.
 */
export function recalculatedPromises(
  { state, promises: { decision, end } }: Pick<RequestRecord, 'state' | 'promises'>,
  calendar: WorkingCalendar,
): Partial<Promises> | null {
  const again = (promise: DatePromise, from: Day | undefined) =>
    promise.reckoned
      ? calculatePromise(
          { ...promise.reckoned, ...(from && { from }) },
          'calendar_changed',
          calendar,
        )
      : promise
  if (state === 'in_review' && decision?.reckoned) {
    const newDecision = again(decision, undefined)
    const counted = end && again(end, newDecision.date)
    const newEnd = counted && { ...counted, estimated: counted.estimated || newDecision.estimated }
    if (same(decision, newDecision) && same(end, newEnd)) return null
    return { decision: newDecision, end: newEnd }
  }
  if (state === 'closing' && end && end.reason !== 'pre_cancelled') {
    const newEnd = again(end, undefined)
    return same(end, newEnd) ? null : { end: newEnd }
  }
  return null
}

const same = (one: DatePromise | null, other: DatePromise | null) =>
  one?.date === other?.date && one?.estimated === other?.estimated
