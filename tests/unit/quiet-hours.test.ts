import { describe, expect, it } from 'vitest'
import { type Day, addDays } from '@/lib/domain/days'
import { type StoreHours, hoursOnDay, weekdayOf, weekdays } from '@/lib/stores/hours'
import {
  type QuietHours,
  type VisitCount,
  fewestVisits,
  quietHours,
} from '@/lib/visits/quiet-hours'

const usual = { from: '09:00', to: '18:00' }
const weekend = { from: '10:30', to: '17:00' }
const hours: StoreHours = {
  week: {
    mon: usual,
    tue: usual,
    wed: usual,
    thu: usual,
    fri: usual,
    sat: weekend,
    sun: weekend,
  },
  exceptions: [{ from: '2026-10-01', to: '2026-10-03', hours: null }],
}
const today: Day = '2026-11-02'

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function seeded(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How many come in an hour that expects so many (Knuth). */
function drawn(expected: number, random: () => number) {
  let [count, product] = [0, random()]
  for (const limit = Math.exp(-expected); product > limit; count++) product *= random()
  return count
}

type Pattern = (day: Day, hour: number) => number
/**
 * A shop's week: full at noon and after work, on Mondays and weekends; empty early and at three.
 */
const busy: Pattern = (day, hour) => {
  const weekday = { mon: 1.5, tue: 0.7, wed: 0.6, thu: 0.8, fri: 1.1, sat: 1.6, sun: 1.4 }
  const byHour = [0.3, 0.8, 1.4, 1.9, 1.2, 0.5, 0.4, 1.1, 1.7]
  return weekday[weekdayOf(day)] * (byHour[hour - 9] ?? 0)
}
const flat: Pattern = () => 1

/** The visits of these days, so many a week where every hour is like any other. */
function visitsOf(from: Day, to: Day, pattern: Pattern, aWeek: number, random: () => number) {
  const counts: VisitCount[] = []
  for (let day = from; day < to; day = addDays(day, 1)) {
    const open = hoursOnDay(hours, day)
    if (!open) continue
    for (let hour = Number(open.from.slice(0, 2)); hour < Number(open.to.slice(0, 2)); hour++) {
      const visits = drawn((pattern(day, hour) * aWeek) / 59, random)
      if (visits) counts.push({ day, hour, visits })
    }
  }
  return counts
}

/** Visits in an hour that is told as quiet, as a part of those in any hour of the same month. */
function loadIn({ times }: QuietHours, month: readonly VisitCount[], from: Day, to: Day) {
  const told = { hours: 0, visits: 0 }
  const all = { hours: 0, visits: 0 }
  const came = new Map(month.map(({ day, hour, visits }) => [`${day} ${hour}`, visits]))
  for (let day = from; day < to; day = addDays(day, 1)) {
    const [open, place] = [hoursOnDay(hours, day), weekdays.indexOf(weekdayOf(day))]
    for (let hour = 9; hour < 18; hour++) {
      const time = `${String(hour).padStart(2, '0')}:00`
      if (!open || open.from > time) continue
      if (hour >= Number(open.to.slice(0, 2))) continue
      const visits = came.get(`${day} ${hour}`) ?? 0
      all.hours += 1
      all.visits += visits
      const isTold = times.some(
        ({ first, last, hours: span }) =>
          weekdays.indexOf(first) <= place &&
          place <= weekdays.indexOf(last) &&
          span.from <= time &&
          time < span.to,
      )
      if (!isTold) continue
      told.hours += 1
      told.visits += visits
    }
  }
  return { told, all, share: told.visits / told.hours / (all.visits / all.hours) }
}

const monthLater = addDays(today, 28)

describe('the hours told as quiet', () => {
  it('have at least 30 % less load than the mean in a month that was held out', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = seeded(seed)
      const counts = visitsOf(addDays(today, -56), today, busy, 120, random)
      const month = visitsOf(today, monthLater, busy, 120, random)
      const quiet = quietHours(counts, hours, today)
      expect(quiet, `seed ${seed}`).not.toBeNull()
      if (!quiet) continue
      expect(quiet.sure).toBe(true)
      const { share } = loadIn(quiet, month, today, monthLater)
      expect(share, `seed ${seed}`).toBeLessThanOrEqual(0.7)
    }
  })

  it('have so in a small shop too, whose single month says little: in all of them together', () => {
    for (const aWeek of [16, 30, 60]) {
      const total = { told: 0, hours: 0, all: 0, allHours: 0, silent: 0 }
      for (let seed = 1; seed <= 100; seed++) {
        const random = seeded(seed * 1000 + aWeek)
        const counts = visitsOf(addDays(today, -56), today, busy, aWeek, random)
        const month = visitsOf(today, monthLater, busy, aWeek, random)
        const quiet = quietHours(counts, hours, today)
        if (!quiet) total.silent += 1
        if (!quiet) continue
        const { told, all } = loadIn(quiet, month, today, monthLater)
        total.told += told.visits
        total.hours += told.hours
        total.all += all.visits
        total.allHours += all.hours
      }
      const share = total.told / total.hours / (total.all / total.allHours)
      expect(total.silent, `${aWeek} a week`).toBeLessThan(60)
      expect(share, `${aWeek} a week`).toBeLessThanOrEqual(0.7)
    }
  })

  it('are hardly ever told where no hour is quieter than another', () => {
    for (const aWeek of [16, 60, 240]) {
      let told = 0
      for (let seed = 1; seed <= 100; seed++) {
        const counts = visitsOf(addDays(today, -56), today, flat, aWeek, seeded(seed + aWeek))
        if (quietHours(counts, hours, today)) told += 1
      }
      expect(told, `${aWeek} a week`).toBeLessThanOrEqual(5)
    }
  })

  it('are whole hours in which the store is open, at most four times', () => {
    const early: Pattern = (_, hour) => (hour < 12 ? 0.1 : 2)
    const counts = visitsOf(addDays(today, -56), today, early, 120, seeded(7))
    const quiet = quietHours(counts, hours, today)
    expect(quiet?.times.length).toBeLessThanOrEqual(4)
    for (const { first, hours: span } of quiet?.times ?? []) {
      const open = hours.week[first] ?? { from: '24:00', to: '00:00' }
      expect(open.from <= span.from && span.to <= open.to, JSON.stringify(span)).toBe(true)
    }
  })

  it('rest on a number of visits that is told in tens', () => {
    const counts = visitsOf(addDays(today, -56), today, busy, 120, seeded(3))
    const quiet = quietHours(counts, hours, today)
    expect(quiet).toMatchObject({ weeks: 8, sure: true })
    expect((quiet?.visits ?? 1) % 10).toBe(0)
  })

  it('are not told from few visits, from few weeks, or from hours in which it is closed', () => {
    const counts = visitsOf(addDays(today, -56), today, busy, 120, seeded(5))
    expect(quietHours(counts, hours, today)).not.toBeNull()
    const few = visitsOf(addDays(today, -56), today, busy, 8, seeded(5))
    expect(few.reduce((total, { visits }) => total + visits, 0)).toBeLessThan(fewestVisits)
    expect(quietHours(few, hours, today)).toBeNull()
    const short = visitsOf(addDays(today, -27), today, busy, 480, seeded(5))
    expect(quietHours(short, hours, today)).toBeNull()
    const atNight = counts.map((one) => ({ ...one, hour: 3 }))
    expect(quietHours(atNight, hours, today)).toBeNull()
  })
})
