import { describe, expect, it } from 'vitest'
import { dayFaults } from '@/lib/cancellation/rules/outcomes'
import type { OnlineWindow } from '@/lib/carriers/rulebook/topics'
import { alwaysOpen, closedAt, dayOfNextMonth, opensNext } from '@/lib/carriers/rulebook/windows'

const window = (given: Partial<OnlineWindow>): OnlineWindow => ({ ...alwaysOpen, ...given })
const day = { from: '08:00', to: '22:00' }
const monthEnd = window({ hours: day, closedDays: [-1, -2] })
const night = window({ hours: { from: '20:00', to: '06:00' } })
// As two carriers are known to do it (P14).
const mobile = window({ closedDays: [1, 2, 3, 4, 5, 6, -1] })
const unicom = window({
  hours: { from: '07:30', to: '22:00' },
  exceptions: [{ days: [-1], hours: { from: '07:30', to: '18:00' } }],
})

describe('when a carrier takes online requests (P8, P14)', () => {
  it.each([
    ['2026-02-26', '12:00', monthEnd, null],
    ['2026-02-27', '12:00', monthEnd, 'day'],
    ['2026-02-28', '12:00', monthEnd, 'day'],
    ['2026-12-31', '12:00', monthEnd, 'day'],
    ['2026-03-10', '07:59', monthEnd, 'hours'],
    ['2026-03-10', '08:00', monthEnd, null],
    ['2026-03-10', '21:59', monthEnd, null],
    ['2026-03-10', '22:00', monthEnd, 'hours'],
    ['2026-12-31', '03:00', alwaysOpen, null],
    ['2026-03-10', '23:00', night, null],
    ['2026-03-10', '05:59', night, null],
    ['2026-03-10', '12:00', night, 'hours'],
    ['2026-03-06', '12:00', mobile, 'day'],
    ['2026-03-07', '00:00', mobile, null],
    ['2028-02-28', '12:00', mobile, null],
    ['2028-02-29', '12:00', mobile, 'day'],
    ['2026-03-30', '18:00', unicom, null],
    ['2026-03-31', '17:59', unicom, null],
    ['2026-03-31', '18:00', unicom, 'hours'],
  ] as const)('%s %s', (on, time, given, expected) =>
    expect(closedAt(on, time, given)).toBe(expected),
  )

  it.each([
    ['2026-03-10', '12:00', monthEnd, '2026-03-10', '12:00'],
    ['2026-03-10', '06:00', monthEnd, '2026-03-10', '08:00'],
    ['2026-03-10', '23:00', monthEnd, '2026-03-11', '08:00'],
    ['2026-02-26', '23:00', monthEnd, '2026-03-01', '08:00'],
    ['2026-02-27', '06:00', monthEnd, '2026-03-01', '08:00'],
    ['2026-03-10', '12:00', night, '2026-03-10', '20:00'],
    ['2026-03-31', '12:00', mobile, '2026-04-07', '00:00'],
    ['2026-03-31', '19:00', unicom, '2026-04-01', '07:30'],
  ] as const)('%s %s opens next', (on, time, given, nextDay, nextTime) =>
    expect(opensNext(on, time, given)).toEqual({ day: nextDay, time: nextTime }),
  )

  it('opens never where every day is closed', () => {
    const closedDays = Array.from({ length: 31 }, (_, place) => place + 1)
    expect(opensNext('2026-03-10', '12:00', window({ closedDays }))).toBeNull()
  })

  it('is checked for the recorded moment, online only', () => {
    const faults = (submittedOn: string, submittedAt?: string) =>
      dayFaults({ submittedOn, submittedAt }, '2026-02-01', '2026-03-10', monthEnd)
    expect(faults('2026-02-27', '12:00')).toEqual({ submittedOn: 'carrier_closed_that_date' })
    expect(faults('2026-02-27')).toEqual({ submittedOn: 'carrier_closed_that_date' })
    expect(faults('2026-03-10', '23:00')).toEqual({ submittedAt: 'carrier_closed_at_that_hour' })
    expect(faults('2026-03-10')).toEqual({ submittedAt: 'required' })
    expect(faults('2026-03-10', '12:00')).toEqual({})
    const on = { submittedOn: '2026-02-28' }
    expect(dayFaults(on, '2026-02-01', '2026-03-10', null)).toEqual({})
    expect(dayFaults(on, '2026-02-01', '2026-03-10', alwaysOpen)).toEqual({})
  })
})

describe('a day of the next month (P2)', () => {
  it.each([
    ['2026-03-10', 5, '2026-04-05'],
    ['2026-12-31', 5, '2027-01-05'],
    ['2026-01-31', 31, '2026-02-28'],
    ['2028-01-01', 30, '2028-02-29'],
  ] as const)('%s, day %i', (on, date, expected) => expect(dayOfNextMonth(on, date)).toBe(expected))
})
