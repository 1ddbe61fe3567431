import { type Day, addDays } from '@/lib/domain/days'

export const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`

const monthAfter = (day: Day): Day => monthOf(addDays(monthOf(day), 31))

/** The first and last day of the months entirely within this period; null where there is none. */
export function wholeMonths(from: Day, to: Day): { first: Day; last: Day } | null {
  const first = from === monthOf(from) ? from : monthAfter(from)
  const last = addDays(monthOf(addDays(to, 1)), -1)
  return first <= last ? { first, last } : null
}
