import { type Day, addDays, isWeekend, yearOf } from '@/lib/domain/days'

/**
 * The calendar of the database: the days that differ from "Monday to Friday are worked", and the
 * years published.
 */
export type WorkingCalendar = {
  exceptions: ReadonlyMap<Day, boolean>
  publishedYears: ReadonlySet<number>
}

/**
 * A due day; an estimate (预计) when it was reckoned through a year whose calendar is not published
 * yet (D2).
 */
export type DueDay = { date: Day; estimated: boolean }

/** The calendar as it would be with other days of one year, or with that year published or not. */
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

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number {
  let worked = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) worked += 1
  }
  return worked
}

/**
 * Each of these days with how many working days there were up to and with it: the difference of two
 * is what `workingDaysBetween` says.
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
