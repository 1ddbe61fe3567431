import { database } from '@/lib/db/client'
import { dayOf, yearOf } from './dates'
import type { WorkingCalendar } from './working-days'

/** The calendar around a moment: the year before it, its own, and the two after. */
export async function workingCalendar(now: Date): Promise<WorkingCalendar> {
  const year = yearOf(dayOf(now))
  const [days, years] = await Promise.all([
    database().calendarDay.findMany({ where: { year: { gte: year - 1, lte: year + 2 } } }),
    database().calendarYear.findMany({ where: { published: true } }),
  ])
  return {
    exceptions: new Map(days.map((day) => [day.date.toISOString().slice(0, 10), day.working])),
    publishedYears: new Set(years.map((row) => row.year)),
  }
}
