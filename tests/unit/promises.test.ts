import { describe, expect, it } from 'vitest'
import type { WorkingCalendar } from '@/lib/calendar/working-days'
import type { DatePromise } from '@/lib/cancellation/rules/request-record'
import {
  promisesFrom,
  calculatePromise,
  recalculatedPromises,
  resumed,
} from '@/lib/cancellation/rules/promises'
import type { State } from '@/lib/cancellation/rules/workflow'

// 2026-03-10 is a Tuesday; only 2026 is published, and no day of it differs from the week.
const calendar: WorkingCalendar = { exceptions: new Map(), publishedYears: new Set([2026]) }
const terms = { reviewDays: 3, closeDays: 1, preCancelEnds: null }

describe('the promises of a request', () => {
  it('are a decision after the days of review, and an end after the days of closing', () => {
    expect(promisesFrom('2026-03-10', terms, calendar, 'from_submission')).toEqual({
      decision: {
        date: '2026-03-13',
        estimated: false,
        reason: 'from_submission',
        reckoned: { from: '2026-03-10', workingDays: 3, thenDays: 0 },
      },
      end: {
        date: '2026-03-16',
        estimated: false,
        reason: 'from_submission',
        reckoned: { from: '2026-03-13', workingDays: 1, thenDays: 0 },
      },
    })
  })

  it('wait with the end for the days of reinstating where the carrier pre-cancels', () => {
    const pre = { ...terms, preCancelEnds: { by: 'days' as const, days: 30 } }
    const { decision, end } = promisesFrom('2026-03-10', pre, calendar, 'carrier_refused')
    expect(decision?.date).toBe('2026-03-13')
    expect(end).toEqual({
      date: '2026-04-15',
      estimated: false,
      reason: 'carrier_refused',
      reckoned: { from: '2026-03-13', workingDays: 1, thenDays: 30 },
    })
  })

  it('have an estimated end once the decision is one, or the end alone crosses the year', () => {
    const late = promisesFrom('2026-12-30', terms, calendar, 'from_submission')
    expect(late).toMatchObject({ decision: { estimated: true }, end: { estimated: true } })
    const lastDay = promisesFrom('2026-12-28', terms, calendar, 'from_submission')
    expect(lastDay).toMatchObject({
      decision: { date: '2026-12-31', estimated: false },
      end: { date: '2027-01-01', estimated: true },
    })
    const unpublished = { exceptions: new Map(), publishedYears: new Set([2027]) }
    const across = promisesFrom('2026-12-29', terms, unpublished, 'from_submission')
    expect(across).toMatchObject({
      decision: { date: '2027-01-01', estimated: true },
      end: { date: '2027-01-04', estimated: true },
    })
  })

  it('go on with the working days that were left when the clock stood still, one at least', () => {
    const { decision } = promisesFrom('2026-03-10', terms, calendar, 'from_submission')
    const before = decision as DatePromise
    const runOn = (pausedOn: string) => resumed(before, pausedOn, '2026-03-20', terms, calendar)
    expect(runOn('2026-03-11')).toEqual({
      decision: {
        date: '2026-03-24',
        estimated: false,
        reason: 'clock_ran_on',
        reckoned: { from: '2026-03-20', workingDays: 2, thenDays: 0 },
      },
      end: {
        date: '2026-03-25',
        estimated: false,
        reason: 'clock_ran_on',
        reckoned: { from: '2026-03-24', workingDays: 1, thenDays: 0 },
      },
    })
    expect(runOn('2026-03-10').decision?.date).toBe('2026-03-25')
    expect(runOn('2026-03-13').decision?.date).toBe('2026-03-23')
    expect(runOn('2026-03-18').decision?.date).toBe('2026-03-23')
  })
})

describe('when the calendar changes', () => {
  // The 12th and the 16th turn out to be holidays.
  const off = new Map([
    ['2026-03-12', false],
    ['2026-03-16', false],
  ])
  const changed: WorkingCalendar = { ...calendar, exceptions: off }
  const promises = promisesFrom('2026-03-10', terms, calendar, 'from_submission')
  const anew = (state: State, given: Partial<typeof promises> = {}, by = changed) =>
    recalculatedPromises({ state, promises: { ...promises, ...given } }, by)

  it('the decision is counted anew, and the end from the new decision', () => {
    expect(anew('in_review')).toEqual({
      decision: {
        date: '2026-03-17',
        estimated: false,
        reason: 'calendar_changed',
        reckoned: { from: '2026-03-10', workingDays: 3, thenDays: 0 },
      },
      end: {
        date: '2026-03-18',
        estimated: false,
        reason: 'calendar_changed',
        reckoned: { from: '2026-03-17', workingDays: 1, thenDays: 0 },
      },
    })
  })

  it('a decided request keeps its decision, and its end is counted from there', () => {
    expect(anew('closing')).toEqual({
      end: {
        date: '2026-03-17',
        estimated: false,
        reason: 'calendar_changed',
        reckoned: { from: '2026-03-13', workingDays: 1, thenDays: 0 },
      },
    })
  })

  it.each(['open', 'needs_info', 'completed', 'rejected', 'withdrawn'] as const)(
    'nothing moves of one that is %s',
    (state) => expect(anew(state)).toBeNull(),
  )

  it('nothing is said where no day moves', () => {
    expect(anew('in_review', {}, calendar)).toBeNull()
    expect(anew('closing', {}, calendar)).toBeNull()
    const other = { ...calendar, exceptions: new Map([['2026-05-01', false]]) }
    expect(anew('in_review', {}, other)).toBeNull()
    expect(anew('closing', {}, other)).toBeNull()
  })

  it('something is said where the end alone moves, or a day becomes an estimate', () => {
    const later = { ...calendar, exceptions: new Map([['2026-03-16', false]]) }
    expect(anew('in_review', {}, later)).toMatchObject({
      decision: { date: '2026-03-13' },
      end: { date: '2026-03-17' },
    })
    const unpublished = { ...calendar, publishedYears: new Set<number>() }
    expect(anew('in_review', {}, unpublished)).toMatchObject({
      decision: { date: '2026-03-13', estimated: true },
      end: { date: '2026-03-16', estimated: true },
    })
    expect(anew('closing', {}, unpublished)).toMatchObject({ end: { estimated: true } })
  })

  it('an end is an estimate as long as the decision before it is one', () => {
    const only2027 = { exceptions: new Map(), publishedYears: new Set([2027]) }
    const across = promisesFrom('2026-12-29', terms, calendar, 'from_submission')
    const again = recalculatedPromises({ state: 'in_review', promises: across }, only2027)
    expect(again ?? across).toMatchObject({
      decision: { date: '2027-01-01', estimated: true },
      end: { date: '2027-01-04', estimated: true },
    })
  })

  it('a request without an end, or with promises that do not say how they were counted', () => {
    const { decision } = promises
    expect(anew('in_review', { end: null })).toEqual({
      decision: expect.objectContaining({ date: '2026-03-17' }),
      end: null,
    })
    expect(anew('in_review', { end: null }, calendar)).toBeNull()
    expect(anew('in_review', { decision: null })).toBeNull()
    expect(anew('closing', { end: null })).toBeNull()
    const oldest = { date: '2026-03-13', estimated: false, reason: 'from_submission' } as const
    expect(anew('in_review', { decision: oldest })).toBeNull()
    expect(anew('closing', { end: oldest })).toBeNull()
    expect(anew('in_review', { decision, end: oldest })).toMatchObject({
      decision: { date: '2026-03-17' },
      end: { date: '2026-03-13', reason: 'from_submission' },
    })
  })

  it('the day until which a number can be reinstated stays', () => {
    const end = {
      ...calculatePromise(
        { from: '2026-03-10', workingDays: 1, thenDays: 0 },
        'pre_cancelled',
        calendar,
      ),
    }
    const sooner = { ...calendar, exceptions: new Map([['2026-03-11', false]]) }
    expect(anew('closing', { end }, sooner)).toBeNull()
  })
})
