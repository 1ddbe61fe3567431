import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf } from '@/lib/calendar/dates'
import { type WorkingCalendar, addWorkingDays, isWorkingDay, workingDayNumbers, workingDaysBetween } from '@/lib/calendar/working-days'
import { publishedCalendar } from '@/lib/ops/seed/calendar'

const { years, days } = publishedCalendar(new Date('2026-01-01T00:00:00Z'))
const calendar: WorkingCalendar = {
  exceptions: new Map(days.map(({ date, working }) => [date.toISOString().slice(0, 10), working])),
  publishedYears: new Set(years.map(({ year }) => year)),
}
const day = fc.integer({ min: 0, max: 1000 }).map((offset) => addDays('2024-01-05', offset))

describe('working days (D1 to D3)', () => {
  it.each([
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-03-10', 3, '2026-03-13'],
  ])('%s and %i days', (from, count, date) => expect(addWorkingDays(from, count, calendar)).toEqual({ date, estimated: false }))

  it('marks what crosses an unpublished year as an estimate', () => {
    expect(addWorkingDays('2026-12-30', 3, calendar)).toEqual({ date: '2027-01-04', estimated: true })
  })

  it('agrees with counting day by day', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 30 }), (from, count) => {
      const { date } = addWorkingDays(from, count, calendar)
      let worked = 0
      for (let at = addDays(from, 1); at <= date; at = addDays(at, 1)) if (isWorkingDay(at, calendar)) worked += 1
      expect(worked).toBe(count)
      expect(isWorkingDay(date, calendar)).toBe(true)
      expect(workingDaysBetween(from, date, calendar)).toBe(count)
      const numbers = new Map(workingDayNumbers('2024-01-01', date, calendar).map(({ day, number }) => [day, number]))
      expect((numbers.get(date) ?? 0) - (numbers.get(from) ?? 0)).toBe(count)
    }))
  })

  it('takes the day in Shanghai, whatever the zone of the server', () => {
    expect(dayOf(new Date('2026-03-10T15:59:59Z'))).toBe('2026-03-10')
    expect(dayOf(new Date('2026-03-10T16:00:00Z'))).toBe('2026-03-11')
  })
})

it('has no day after the last that is written with four digits, so that no count runs on for ever', () => {
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  expect(() => addDays('0000-01-01', -1)).toThrow(RangeError)
  expect(addDays('9999-12-30', 1)).toBe('9999-12-31')
})
