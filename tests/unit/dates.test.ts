import { describe, expect, it } from 'vitest'
import { customerDates, paperDates, staffDates, weekdayIn } from '@/lib/i18n/dates'

// 2026-11-28 14:05 in Shanghai, and half an hour into the next year there.
const now = '2026-11-28T06:05:00.000Z'
const newYear = '2026-12-31T16:30:00.000Z'

describe('days and moments', () => {
  it('are ISO 8601 to the minute for staff, in Shanghai whatever the server says', () => {
    expect(staffDates.day('2026-11-28')).toBe('2026-11-28')
    expect(staffDates.day(new Date(newYear))).toBe('2027-01-01')
    expect(staffDates.moment(now)).toBe('2026-11-28 14:05')
    expect(staffDates.moment(new Date(newYear))).toBe('2027-01-01 00:30')
  })

  it.each([
    ['zh-CN', '11月28日', '2027年1月5日', '11月28日 14:05', '2027年1月1日 00:30'],
    ['en', '28 November', '5 January 2027', '28 November, 14:05', '1 January 2027, 00:30'],
  ] as const)('for customers leave this year out, in %s', (locale, ...expected) => {
    const { day, moment } = customerDates(locale, new Date(now))
    expect([day('2026-11-28'), day('2027-01-05'), moment(now), moment(newYear)]).toEqual(expected)
  })

  it("take this year from Shanghai's calendar", () => {
    const { day } = customerDates('zh-CN', new Date(newYear))
    expect([day('2027-01-05'), day('2026-12-31')]).toEqual(['1月5日', '2026年12月31日'])
  })

  it.each([
    ['zh-CN', '2026年11月28日', '2026年11月28日 14:05'],
    ['en', '28 November 2026', '28 November 2026, 14:05'],
  ] as const)('have the year on paper, in %s', (locale, ...expected) => {
    const { day, moment } = paperDates(locale)
    expect([day('2026-11-28'), moment(now)]).toEqual(expected)
  })

  it('have a weekday', () => {
    expect(weekdayIn('zh-CN', '2026-11-28')).toBe('星期六')
    expect(weekdayIn('en', '2026-11-28', 'short')).toBe('Sat')
  })
})
