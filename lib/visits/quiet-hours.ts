import { type Day, addDays, daysBetween } from '@/lib/domain/days'
import {
  type DaysAlike,
  type Span,
  type StoreHours,
  type Weekday,
  hoursOnDay,
  weekdayOf,
  weekdays,
} from '@/lib/stores/hours'

/** How many people came to a store in one hour of one day in Asia/Shanghai. */
export type VisitCount = { day: Day; hour: number; visits: number }

export type QuietHours = {
  /**
   * Visits that this rests on, rounded down to tens: no single day can be told from two readings.
   */
  visits: number
  /** Weeks that they come from, to the nearest. */
  weeks: number
  /** Enough visits that they would hardly come out otherwise by chance. */
  sure: boolean
  /** Neighbouring days with the same hours are one; in the order of the week. */
  times: readonly (DaysAlike & { hours: Span })[]
}

/** Days before today whose visits count. */
export const daysCounted = 56
const fewestDays = 28
/** Below this nothing is told: neither would it be true, nor are so few people spoken of. */
export const fewestVisits = 100
const sureFrom = 300
/** Quiet is an hour with at most this part of the mean hour's visits. */
const quietShare = 0.6
const mostTimes = 4

/** How many visits the supposition weighs that an hour or a weekday is like any other. */
const weightOfMean = 24
/** How many visits it weighs that an hour of a weekday is as its hour and its weekday suggest. */
const weightOfPattern = 36
const rounds = 12

/** An hour of a weekday: on how many days the store was open for all of it, and who came. */
type Cell = { weekday: Weekday; hour: number; days: number; visits: number }

/**
 * When a store is quiet (F9), from its own visits; null when these are too few to say. What a few
 * visits happen to show is weighed against the hour's and the weekday's pattern, and this against
 * the mean, so that chance alone tells nothing.
 * @param counts of the days before `today`, of one store
 * @param hours its opening hours; only whole hours in which it is open are counted and told
 */
export function quietHours(
  counts: readonly VisitCount[],
  hours: StoreHours,
  today: Day,
): QuietHours | null {
  const first = counts.reduce((least, { day }) => (day < least ? day : least), today)
  const earliest = addDays(today, -daysCounted)
  const from = first < earliest ? earliest : first
  const days = daysBetween(from, today)
  const cells = cellsOf(counts, hours, from, today)
  const visits = sum(cells, (cell) => cell.visits)
  if (days < fewestDays || visits < fewestVisits) return null
  const mean = visits / sum(cells, (cell) => cell.days)
  const quiet = rated(cells, mean).filter(
    ({ weekday, hour, rate }) => rate <= quietShare * mean && isOpenFor(hours.week[weekday], hour),
  )
  const stretches = stretchesOf(quiet)
    .toSorted((one, other) => one.rate - other.rate)
    .slice(0, mostTimes)
  if (stretches.length === 0) return null
  return {
    visits: Math.floor(visits / 10) * 10,
    weeks: Math.round(days / 7),
    sure: visits >= sureFrom,
    times: daysTogether(stretches),
  }
}

const sum = <T>(all: readonly T[], value: (one: T) => number) =>
  all.reduce((total, one) => total + value(one), 0)
const two = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** Whether a day's hours take in all of this hour. */
const isOpenFor = (open: Span | null, hour: number) =>
  open !== null && open.from <= two(hour) && two(hour + 1) <= open.to

function cellsOf(counts: readonly VisitCount[], hours: StoreHours, from: Day, today: Day): Cell[] {
  const came = new Map(counts.map(({ day, hour, visits }) => [`${day} ${hour}`, visits]))
  const cells = new Map<string, Cell>()
  for (let day = from; day < today; day = addDays(day, 1)) {
    const [open, weekday] = [hoursOnDay(hours, day), weekdayOf(day)]
    for (let hour = 0; hour < 24; hour++) {
      if (!isOpenFor(open, hour)) continue
      const cell = cells.get(`${weekday} ${hour}`) ?? { weekday, hour, days: 0, visits: 0 }
      cell.days += 1
      cell.visits += came.get(`${day} ${hour}`) ?? 0
      cells.set(`${weekday} ${hour}`, cell)
    }
  }
  return [...cells.values()]
}

/** The cells with the visits that one such hour is likely to have. */
function rated(cells: readonly Cell[], mean: number): (Cell & { rate: number })[] {
  const factors = new Map<string | number, number>()
  const factor = (key: string | number) => factors.get(key) ?? 1
  const expected = ({ weekday, hour, days }: Cell) => days * mean * factor(weekday) * factor(hour)
  const fitTo = (part: 'weekday' | 'hour') => {
    for (const key of new Set(cells.map((cell) => cell[part]))) {
      const own = cells.filter((cell) => cell[part] === key)
      const without = sum(own, expected) / factor(key)
      const seen = sum(own, (cell) => cell.visits)
      factors.set(key, (seen + weightOfMean) / (without + weightOfMean))
    }
  }
  for (let round = 0; round < rounds; round++)
    for (const part of ['weekday', 'hour'] as const) fitTo(part)
  return cells.map((cell) => {
    const pattern = expected(cell)
    const weighed = (cell.visits + weightOfPattern) / (pattern + weightOfPattern)
    return { ...cell, rate: (pattern * weighed) / cell.days }
  })
}

type Stretch = { weekday: Weekday; from: number; to: number; rate: number }

/** Neighbouring quiet hours of a day as one; `rate` is their mean. */
function stretchesOf(quiet: readonly { weekday: Weekday; hour: number; rate: number }[]) {
  const stretches: Stretch[] = []
  for (const weekday of weekdays) {
    const ofDay = quiet.filter((one) => one.weekday === weekday)
    for (const { hour, rate } of ofDay.toSorted((one, other) => one.hour - other.hour)) {
      const last = stretches.at(-1)
      if (last?.weekday === weekday && last.to === hour) {
        last.rate += (rate - last.rate) / (hour + 1 - last.from)
        last.to = hour + 1
      } else stretches.push({ weekday, from: hour, to: hour + 1, rate })
    }
  }
  return stretches
}

/** Stretches with the same hours on neighbouring days as one, in the order of the week. */
function daysTogether(stretches: readonly Stretch[]): QuietHours['times'] {
  const times: (DaysAlike & { hours: Span })[] = []
  const place = ({ weekday }: Stretch) => weekdays.indexOf(weekday)
  for (const one of stretches.toSorted((a, b) => place(a) - place(b) || a.from - b.from)) {
    const hours = { from: two(one.from), to: two(one.to) }
    const before = times.find(
      ({ last, hours: told }) =>
        told.from === hours.from &&
        told.to === hours.to &&
        weekdays.indexOf(last) + 1 === place(one),
    )
    if (before) before.last = one.weekday
    else times.push({ first: one.weekday, last: one.weekday, hours })
  }
  return times
}
