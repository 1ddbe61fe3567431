import { describe, expect, it } from 'vitest'
import { addMonths, weeksOf } from '@/lib/domain/month'

describe('the same day of another month', () => {
  it.each([
    ['2026-11-28', 1, '2026-12-28'],
    ['2026-11-28', 2, '2027-01-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('of %s, %i months away, is %s', (day, months, found) => {
    expect(addMonths(day, months)).toBe(found)
  })
})

describe('the weeks of a month', () => {
  it('begin on Mondays and have every day of the month once', () => {
    for (let month = '2026-01-01'; month < '2028-01-01'; month = addMonths(month, 1)) {
      const weeks = weeksOf(month)
      for (const week of weeks) {
        expect(week).toHaveLength(7)
        expect(new Date(`${week[0]}T00:00:00Z`).getUTCDay()).toBe(1)
      }
      const days = weeks.flat().filter((day) => day.startsWith(month.slice(0, 7)))
      expect(days[0]).toBe(month)
      expect(new Set(days).size).toBe(days.length)
      expect(days.length).toBe((Date.parse(addMonths(month, 1)) - Date.parse(month)) / 86_400_000)
    }
  })
})
