import { database } from '@/lib/db/client'
import { dayOf, yearOf } from '@/lib/domain/days'
import type { ExceptionDay } from './import'
import type { WorkingCalendar } from './working-days'

/** The calendar around a moment: from the year before to two years after. */
export function workingCalendar(now: Date): Promise<WorkingCalendar> {
  const year = yearOf(dayOf(now))
  return calendarBetween(year - 1, year + 2)
}

/** The calendar from `first` to `last`, inclusive. */
export async function calendarBetween(first: number, last: number): Promise<WorkingCalendar> {
  const [days, years] = await Promise.all([
    database().calendarDay.findMany({ where: { year: { gte: first, lte: last } } }),
    database().calendarYear.findMany({ where: { published: true } }),
  ])
  return {
    exceptions: new Map(days.map((day) => [day.date.toISOString().slice(0, 10), day.working])),
    publishedYears: new Set(years.map((row) => row.year)),
  }
}

export type CalendarYearRow = {
  year: number
  published: boolean
  changedAt: string
  pending: boolean
  off: number
  work: number
}

/**
 * The calendar's years, newest first; `pending`: promises still have to be recalculated after its
 * last change.
 */
export async function calendarYears(): Promise<CalendarYearRow[]> {
  const years = await database().calendarYear.findMany({
    orderBy: { year: 'desc' },
    include: { days: { select: { working: true } } },
  })
  return years.map(({ days, changedAt, reckonedAt, ...year }) => ({
    ...year,
    changedAt: changedAt.toISOString(),
    pending: reckonedAt === null || reckonedAt < changedAt,
    off: days.filter(({ working }) => !working).length,
    work: days.filter(({ working }) => working).length,
  }))
}

/** The exceptions of a year, in order. */
export async function exceptionDays(year: number): Promise<ExceptionDay[]> {
  const days = await database().calendarDay.findMany({ where: { year }, orderBy: { date: 'asc' } })
  return days.map(({ date, working, nameZh, nameEn }) => ({
    date: date.toISOString().slice(0, 10),
    working,
    nameZh,
    nameEn,
  }))
}
