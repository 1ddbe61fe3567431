import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { todayText, weekText } from '@/components/stores/opening-text'
import { addDays } from '@/lib/domain/days'
import {
  type StoreHours,
  hoursOnDay,
  openUntil,
  storeOpensNext,
  weekdayOf,
  weekdays,
} from '@/lib/stores/hours'
import { typedTime } from '@/lib/domain/typed-time'
import { storeSchema } from '@/lib/stores/schemas'

const usual = { from: '09:00', to: '18:00' }
const short = { from: '10:00', to: '17:00' }
const week = {
  mon: usual,
  tue: usual,
  wed: usual,
  thu: usual,
  fri: usual,
  sat: short,
  sun: null,
}
// New Year's Day 2026 is a Thursday.
const hours: StoreHours = {
  week,
  exceptions: [
    { from: '2026-01-01', to: '2026-01-03', hours: null },
    { from: '2026-01-04', to: '2026-01-04', hours: short },
  ],
}

describe('when a store is open', () => {
  it.each([
    ['2026-01-05', '09:00', '18:00', null],
    ['2026-01-05', '08:59', null, '2026-01-05 09:00'],
    ['2026-01-05', '18:00', null, '2026-01-06 09:00'],
    ['2026-01-10', '17:00', null, '2026-01-12 09:00'],
    ['2026-01-01', '12:00', null, '2026-01-04 10:00'],
    ['2026-01-04', '12:00', '17:00', null],
  ])('on %s at %s: until %s, next %s', (day, time, until, next) => {
    expect(openUntil(hours, day, time)).toBe(until)
    const opens = storeOpensNext(hours, day, time)
    if (until === null) expect(opens && `${opens.day} ${opens.time}`).toBe(next)
  })

  it('opens next at a moment at which it is open, and at none between', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days))
    const minute = fc.integer({ min: 0, max: 1439 }).map((minutes) => {
      const two = (part: number) => String(part).padStart(2, '0')
      return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
    })
    fc.assert(
      fc.property(day, minute, (from, time) => {
        const next = storeOpensNext(hours, from, time)
        expect(next).not.toBeNull()
        if (!next) return
        expect(openUntil(hours, next.day, next.time)).not.toBeNull()
        for (let between = addDays(from, 1); between < next.day; between = addDays(between, 1))
          expect(hoursOnDay(hours, between)).toBeNull()
      }),
    )
  })

  it('never opens again where it is closed for good', () => {
    const closed = { week: Object.fromEntries(weekdays.map((day) => [day, null])), exceptions: [] }
    expect(storeOpensNext(closed as unknown as StoreHours, '2026-01-05', '12:00')).toBeNull()
  })

  it('knows the days of the week', () => {
    const first = weekdays.map((_, place) => weekdayOf(addDays('2026-01-05', place)))
    expect(first).toEqual([...weekdays])
  })
})

describe('hours in words', () => {
  // Each key with its values, the list's separator as it is.
  const words = ((key: string, values: Record<string, string> = {}) =>
    key === 'semicolon'
      ? '；'
      : [key.replace('openingHours.', ''), ...Object.values(values)].join(' ')) as Parameters<
    typeof weekText
  >[2]

  it('joins neighbouring days with the same hours', () => {
    expect(weekText({ week }, 'zh-CN', words)).toBe(
      'days 周一 周五 09:00–18:00；周六 10:00–17:00；周日 closed',
    )
  })

  it.each([
    ['2026-01-05', '08:00', 'today 09:00–18:00'],
    ['2026-01-05', '17:59', 'today 09:00–18:00'],
    ['2026-01-05', '18:00', 'opensNext 2026-01-06 09:00'],
    ['2026-01-02', '12:00', 'opensNext 2026-01-04 10:00'],
  ])('on %s at %s: %s', (day, time, text) => {
    expect(todayText(hours, { day, time }, words, (one) => one)).toBe(text)
  })
})

describe('a time as it is typed', () => {
  it.each([
    ['9', '09:00'],
    ['9:05', '09:05'],
    ['0905', '09:05'],
    ['18：30', '18:30'],
    ['18点', '18:00'],
    ['9点30分', '09:30'],
    ['23.59', '23:59'],
    ['24:00', null],
    ['9:5', null],
    ['9:75', null],
    ['noon', null],
    ['', null],
  ])('%s is %s', (typed, time) => {
    expect(typedTime(typed)).toBe(time)
  })
})

describe('hours as they are typed', () => {
  const read = (typed: unknown) => storeSchema.shape.hours.safeParse(typed)
  const faultOf = (typed: unknown) =>
    read(typed).error?.issues.map(({ path, message }) => [path.join('.'), message])

  it('is null while nothing is entered', () => {
    expect(read(undefined).data).toBeNull()
    expect(read({ exceptions: [{ row: '0' }] }).data).toBeNull()
  })

  it('takes an empty day for one without opening, and one day for a span of one', () => {
    const typed = { week: { mon: usual }, exceptions: [{ row: '0' }, { from: '2026-01-01' }] }
    expect(read(typed).data).toMatchObject({
      week: { mon: usual, sun: null },
      exceptions: [{ from: '2026-01-01', to: '2026-01-01', hours: null }],
    })
  })

  it.each([
    [{ week: { mon: { from: '09:00' } } }, 'week.mon.to', 'required'],
    [{ week: { mon: { to: '09:00' } } }, 'week.mon.from', 'required'],
    [{ week: { sun: { from: '18:00', to: '09:00' } } }, 'week.sun.to', 'closes_before_opening'],
    [{ week: { sun: { from: '9:75', to: '10:00' } } }, 'week.sun.from', 'time_malformed'],
    [{ exceptions: [{ row: '0' }, { hours: usual }] }, 'exceptions.1.from', 'required'],
    [
      { exceptions: [{ from: '2026-01-02', to: '2026-01-01' }] },
      'exceptions.0.to',
      'ends_before_it_begins',
    ],
  ])('refuses %o at %s: %s', (typed, at, message) => {
    expect(faultOf(typed)).toEqual([[at, message]])
  })
})
