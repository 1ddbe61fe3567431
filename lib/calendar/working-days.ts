import { type Day, addDays, isWeekend, yearOf } from '@/lib/domain/days'

/** The exceptions to the Monday-to-Friday rule, and the published years. */
export type WorkingCalendar = {
  exceptions: ReadonlyMap<Day, boolean>
  publishedYears: ReadonlySet<number>
}

/** A due day; an estimate (预计) when the count spans a year without a published calendar (D2). */
export type DueDay = { date: Day; estimated: boolean }

/** The calendar with one year's days or published status replaced. */
export function calendarWith(
  calendar: WorkingCalendar,
  year: number,
  change: { days?: readonly { date: Day; working: boolean }[]; published?: boolean },
): WorkingCalendar {
  const { days, published } = change
  const kept = days
    ? [...calendar.exceptions].filter(([day]) => yearOf(day) !== year)
    : [...calendar.exceptions]
  const publishedYears = new Set(calendar.publishedYears)
  if (published !== undefined) publishedYears[published ? 'add' : 'delete'](year)
  return {
    exceptions: new Map([
      ...kept,
      ...(days ?? []).map(({ date, working }) => [date, working] as const),
    ]),
    publishedYears,
  }
}

export const isWorkingDay = (day: Day, calendar: WorkingCalendar) =>
  calendar.exceptions.get(day) ?? !isWeekend(day)

/** The day `count` working days after `from`, which is day 0 (D3). */
export function addWorkingDays(from: Day, count: number, calendar: WorkingCalendar): DueDay {
  let date = from
  let estimated = false
  for (let worked = 0; worked < count; ) {
    date = addDays(date, 1)
    if (!calendar.publishedYears.has(yearOf(date))) estimated = true
    if (isWorkingDay(date, calendar)) worked += 1
  }
  return { date, estimated }
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number {
  let worked = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) worked += 1
  }
  return worked
}

/**
 * The cumulative number of working days for each day of the range; the difference of two equals
 * `workingDaysBetween`.
 */
export function workingDayNumbers(
  from: Day,
  to: Day,
  calendar: WorkingCalendar,
): { day: Day; number: number }[] {
  const numbered = []
  let number = 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) number += 1
    numbered.push({ day, number })
  }
  return numbered
}
