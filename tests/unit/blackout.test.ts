import { describe, expect, it } from 'vitest'
import { dayFaults } from '@/lib/cancellation/rules/outcomes'
import { blackoutAt, opensNext } from '@/lib/carriers/blackout'

const rules = { monthEndDays: 2, onlineFrom: '08:00', onlineTo: '22:00' }
const always = { monthEndDays: 0, onlineFrom: null, onlineTo: null }
const night = { monthEndDays: 0, onlineFrom: '20:00', onlineTo: '06:00' }

describe('when a carrier takes online requests (P8)', () => {
  it.each([
    ['2026-02-26', '12:00', rules, null],
    ['2026-02-27', '12:00', rules, 'month_end'],
    ['2026-02-28', '12:00', rules, 'month_end'],
    ['2026-12-31', '12:00', rules, 'month_end'],
    ['2026-03-10', '07:59', rules, 'hours'],
    ['2026-03-10', '08:00', rules, null],
    ['2026-03-10', '21:59', rules, null],
    ['2026-03-10', '22:00', rules, 'hours'],
    ['2026-12-31', '03:00', always, null],
    ['2026-03-10', '23:00', night, null],
    ['2026-03-10', '05:59', night, null],
    ['2026-03-10', '12:00', night, 'hours'],
  ] as const)('%s %s', (day, time, given, expected) =>
    expect(blackoutAt(day, time, given)).toBe(expected),
  )

  it.each([
    ['2026-03-10', '12:00', '2026-03-10', '12:00'],
    ['2026-03-10', '06:00', '2026-03-10', '08:00'],
    ['2026-03-10', '23:00', '2026-03-11', '08:00'],
    ['2026-02-26', '23:00', '2026-03-01', '08:00'],
    ['2026-02-27', '06:00', '2026-03-01', '08:00'],
  ] as const)('%s %s opens next at %s %s', (day, time, nextDay, nextTime) =>
    expect(opensNext(day, time, rules)).toEqual({ day: nextDay, time: nextTime }),
  )

  it('is checked for the recorded moment, online only', () => {
    const faults = (submittedOn: string, submittedAt?: string) =>
      dayFaults({ submittedOn, submittedAt }, '2026-02-01', '2026-03-10', rules)
    expect(faults('2026-02-27', '12:00')).toEqual({ submittedOn: 'carrier_closed_that_date' })
    expect(faults('2026-03-10', '23:00')).toEqual({ submittedAt: 'carrier_closed_at_that_hour' })
    expect(faults('2026-03-10')).toEqual({ submittedAt: 'required' })
    expect(faults('2026-03-10', '12:00')).toEqual({})
    expect(dayFaults({ submittedOn: '2026-02-28' }, '2026-02-01', '2026-03-10', null)).toEqual({})
    expect(dayFaults({ submittedOn: '2026-02-28' }, '2026-02-01', '2026-03-10', always)).toEqual({})
  })
})
