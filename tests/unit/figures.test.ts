import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EndedTally, figuresOf, percentile } from '@/lib/reports/figures'
import { reportFilter } from '@/lib/reports/filter'

const calendar = { exceptions: new Map([['2026-10-10', true], ...['01', '02', '05', '06', '07', '08'].map((day) => [`2026-10-${day}`, false] as const)]), publishedYears: new Set([2026]) }
const tally = (change: Partial<EndedTally>): EndedTally => ({
  group: 'demo', state: 'completed', by: 'complete', submittedOn: '2026-03-10', endedOn: '2026-03-11', decidedOn: '2026-03-11', decisionPromised: '2026-03-13', endPromised: '2026-03-16', sentBack: false, overridden: false, rating: null, count: 1, ...change,
})

describe('percentiles', () => {
  it('are the nearest rank, by a slow count', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ value: fc.nat(30), times: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 20 }), fc.constantFrom(0.5, 0.9), (values, part) => {
        const all = values.flatMap(({ value, times }) => Array.from({ length: times }, () => value)).sort((one, other) => one - other)
        expect(percentile(values, part)).toBe(all[Math.ceil(part * all.length) - 1])
      }),
    )
    expect(percentile([], 0.5)).toBeNull()
  })
})

describe('the figures', () => {
  it('tell completed, rejected, withdrawn, lapsed and displaced apart', () => {
    const { rows, total } = figuresOf(
      [{ group: 'demo', count: 4 }, { group: 'far', count: 2 }],
      [tally({ count: 3 }), tally({ group: 'far', state: 'rejected', by: 'reject', decidedOn: '2026-03-17' }), tally({ state: 'withdrawn', by: 'recall', decidedOn: null }), tally({ state: 'withdrawn', by: 'lapse', decidedOn: null, count: 2 }), tally({ state: 'withdrawn', by: 'displace', decidedOn: null })],
      calendar,
    )
    expect(rows.map(({ group }) => group)).toEqual(['demo', 'far'])
    expect(total).toMatchObject({ opened: 6, completed: 3, rejected: 1, withdrawn: 1, lapsed: 2, displaced: 1, decisionsKept: { kept: 3, of: 4 }, endsKept: { kept: 3, of: 3 } })
  })

  it('count working days across a holiday with its make-up day, and what went right the first time', () => {
    const { total } = figuresOf([], [
      tally({ submittedOn: '2026-09-30', endedOn: '2026-10-10', endPromised: '2026-10-09', count: 2 }),
      tally({ submittedOn: '2026-09-30', endedOn: '2026-10-09', endPromised: '2026-10-09', sentBack: true, overridden: true }),
    ], calendar)
    expect(total).toMatchObject({ medianDays: 2, p90Days: 2, endsKept: { kept: 1, of: 3 }, firstTimeRight: { kept: 2, of: 3 }, overrides: 1 })
  })
})

describe('what the address asks for', () => {
  it.each([
    [{}, { from: '2026-10-26', to: '2026-11-24', by: 'day', channel: null }],
    [{ from: '2026-11-20', to: '2026-11-10' }, { from: '2026-11-10', to: '2026-11-10' }],
    [{ from: '1999-01-01' }, { from: '2023-11-23' }],
    [{ from: 'x', to: '2027-01-01', by: 'colour', channel: 'pigeon' }, { from: '2026-10-26', to: '2026-11-24', by: 'day', channel: null }],
    [{ by: 'store', store: 'demo', channel: 'online' }, { by: 'store', store: 'demo', channel: 'online' }],
  ] as const)('%j', (asked, expected) => expect(reportFilter(asked, '2026-11-24')).toMatchObject(expected))
})
