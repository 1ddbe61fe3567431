import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, isDay, isWeekend, startOf, timeOf, yearOf } from '@/lib/domain/days'
import {
  type WorkingCalendar,
  addWorkingDays,
  calendarWith,
  isWorkingDay,
  workingDayNumbers,
  workingDaysBetween,
} from '@/lib/calendar/working-days'
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
  ])('%s and %i days', (from, count, date) =>
    expect(addWorkingDays(from, count, calendar)).toEqual({ date, estimated: false }),
  )

  it('marks what crosses an unpublished year as an estimate', () => {
    expect(addWorkingDays('2026-12-30', 3, calendar)).toEqual({
      date: '2027-01-04',
      estimated: true,
    })
  })

  it('agrees with counting day by day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const { date } = addWorkingDays(from, count, calendar)
        let worked = 0
        for (let at = addDays(from, 1); at <= date; at = addDays(at, 1))
          if (isWorkingDay(at, calendar)) worked += 1
        expect(worked).toBe(count)
        expect(isWorkingDay(date, calendar)).toBe(true)
        expect(workingDaysBetween(from, date, calendar)).toBe(count)
        const numbers = new Map(
          workingDayNumbers('2024-01-01', date, calendar).map(({ day, number }) => [day, number]),
        )
        expect((numbers.get(date) ?? 0) - (numbers.get(from) ?? 0)).toBe(count)
      }),
    )
  })

  it("takes the day in Shanghai, whatever the server's time zone", () => {
    expect(dayOf(new Date('2026-03-10T15:59:59Z'))).toBe('2026-03-10')
    expect(dayOf(new Date('2026-03-10T16:00:00Z'))).toBe('2026-03-11')
  })
})

it('ends at the last day written with four digits, so that no count runs forever', () => {
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  expect(() => addDays('0000-01-01', -1)).toThrow(RangeError)
  expect(addDays('9999-12-30', 1)).toBe('9999-12-31')
})

describe('days of the week and the year', () => {
  it('counts on over months, years and leap days, and back', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(addDays('0000-01-02', -1)).toBe('0000-01-01')
    expect(yearOf('2026-12-31')).toBe(2026)
  })

  it('explains why a day outside the calendar is invalid', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow('a day outside the years 0000 to 9999')
  })

  it('takes Saturday and Sunday for the weekend', () => {
    const week = Array.from({ length: 7 }, (_, place) => addDays('2026-03-09', place))
    expect(week.filter(isWeekend)).toEqual(['2026-03-14', '2026-03-15'])
  })

  it('begins a day and tells the time in Shanghai', () => {
    expect(startOf('2026-03-10').toISOString()).toBe('2026-03-09T16:00:00.000Z')
    expect(timeOf(new Date('2026-03-09T16:05:00Z'))).toBe('00:05')
    expect(timeOf(new Date('2026-03-10T15:59:00Z'))).toBe('23:59')
  })

  it.each([
    ['2026-03-10', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-3-10', false],
    ['2026-03-10T00:00', false],
    [' 2026-03-10', false],
    ['+012026-03-10', false],
    ['12026-03-10', false],
    ['', false],
    ['2026-03-xx', false],
  ])('%j is a day: %s', (text, is) => expect(isDay(text)).toBe(is))
})

describe('a calendar with other days of one year', () => {
  const given: WorkingCalendar = {
    exceptions: new Map([
      ['2026-10-01', false],
      ['2027-01-01', false],
    ]),
    publishedYears: new Set([2026]),
  }
  const days = [{ date: '2027-02-14', working: true }]

  it('replaces the days of its year and no others', () => {
    expect(calendarWith(given, 2027, { days })).toEqual({
      exceptions: new Map([
        ['2026-10-01', false],
        ['2027-02-14', true],
      ]),
      publishedYears: new Set([2026]),
    })
    expect(calendarWith(given, 2027, { days: [] }).exceptions).toEqual(
      new Map([['2026-10-01', false]]),
    )
  })

  it('sets whether the year is published, keeping its days', () => {
    expect(calendarWith(given, 2027, { published: true })).toEqual({
      exceptions: given.exceptions,
      publishedYears: new Set([2026, 2027]),
    })
    const withdrawn = calendarWith(given, 2026, { published: false })
    expect(withdrawn.publishedYears).toEqual(new Set())
    expect(calendarWith(given, 2026, {})).toEqual(given)
    expect(given.publishedYears).toEqual(new Set([2026]))
  })
})

describe('counting working days', () => {
  it('comes to the day itself for none, and is an estimate from an unpublished day on', () => {
    expect(addWorkingDays('2026-03-14', 0, calendar)).toEqual({
      date: '2026-03-14',
      estimated: false,
    })
    expect(addWorkingDays('2026-12-30', 1, calendar)).toEqual({
      date: '2026-12-31',
      estimated: false,
    })
    expect(addWorkingDays('2026-12-31', 1, calendar).estimated).toBe(true)
  })

  it('counts none up to the same day or one before', () => {
    expect(workingDaysBetween('2026-03-10', '2026-03-10', calendar)).toBe(0)
    expect(workingDaysBetween('2026-03-10', '2026-03-09', calendar)).toBe(0)
    expect(workingDaysBetween('2026-03-13', '2026-03-16', calendar)).toBe(1)
  })

  it('numbers working days from the first; a day off has the number of the one before', () => {
    expect(workingDayNumbers('2026-03-13', '2026-03-16', calendar)).toEqual([
      { day: '2026-03-13', number: 1 },
      { day: '2026-03-14', number: 1 },
      { day: '2026-03-15', number: 1 },
      { day: '2026-03-16', number: 2 },
    ])
  })
})
