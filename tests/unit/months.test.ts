import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '@/lib/domain/days'
import { monthOf, wholeMonths } from '@/lib/reports/months'

it.each([
  ['2026-03-01', '2026-03-31', '2026-03-01', '2026-03-31'],
  ['2026-03-02', '2026-04-30', '2026-04-01', '2026-04-30'],
  ['2025-12-31', '2026-03-30', '2026-01-01', '2026-02-28'],
  ['2024-02-01', '2024-02-29', '2024-02-01', '2024-02-29'],
])('from %s to %s the whole months are %s to %s', (from, to, first, last) =>
  expect(wholeMonths(from, to)).toEqual({ first, last }),
)

it.each([
  ['2026-03-02', '2026-03-31'],
  ['2026-03-01', '2026-03-30'],
  ['2026-03-15', '2026-04-15'],
  ['2026-03-01', '2026-03-01'],
])('from %s to %s there is none', (from, to) => expect(wholeMonths(from, to)).toBeNull())

it('of any range, the days outside the whole months are less than a month at each end', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4000 }),
      fc.integer({ min: 0, max: 1200 }),
      (start, length) => {
        const from = addDays('2020-01-01', start)
        const to = addDays(from, length)
        const months = wholeMonths(from, to)
        if (!months) {
          expect(length).toBeLessThan(61)
          return
        }
        expect([monthOf(months.first), monthOf(addDays(months.last, 1))]).toEqual([
          months.first,
          addDays(months.last, 1),
        ])
        expect([
          from <= months.first,
          months.last <= to,
          months.first < addDays(from, 31),
          to < addDays(months.last, 31),
        ]).toEqual([true, true, true, true])
      },
    ),
  )
})
