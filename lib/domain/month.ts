import { type Day, addDays } from './days'

/** The same day some months later, or earlier; the month's last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + months)
  const last = new Date(first)
  last.setUTCMonth(last.getUTCMonth() + 1, 0)
  const wanted = Math.min(Number(day.slice(8)), last.getUTCDate())
  return addDays(first.toISOString().slice(0, 10), wanted - 1)
}

/** The weeks of a day's month, from Monday, with the days of its neighbours that fill them. */
export function weeksOf(day: Day): Day[][] {
  const first = `${day.slice(0, 7)}-01`
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const next = addMonths(first, 1)
  const weeks: Day[][] = []
  for (let monday = addDays(first, -before); monday < next; monday = addDays(monday, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((place) => addDays(monday, place)))
  return weeks
}
