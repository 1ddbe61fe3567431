import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Counted, changeOf } from '@/lib/reports/counted'
import { type Tally, figuresOf, percentile } from '@/lib/reports/figures'
import { periodFaults, reportFilter } from '@/lib/reports/filter'

const tally = (change: Partial<Tally>): Tally => ({
  group: 'demo',
  kind: 'completed',
  why: 'complete',
  step: null,
  decisionKept: true,
  endKept: true,
  sentBack: false,
  overridden: false,
  rating: null,
  count: 1,
  ...change,
})
const opened = (change: Partial<Tally>) =>
  tally({ kind: 'opened', why: 'no_longer_needed', decisionKept: null, endKept: null, ...change })
const withdrawn = (why: string, count = 1) =>
  tally({ kind: 'withdrawn', why, decisionKept: null, endKept: null, count })

describe('percentiles', () => {
  it('are the nearest rank, by a slow count', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ value: fc.nat(30), times: fc.integer({ min: 1, max: 5 }) }), {
          minLength: 1,
          maxLength: 20,
        }),
        fc.constantFrom(0.5, 0.9),
        (values, part) => {
          const all = values
            .flatMap(({ value, times }) => Array.from({ length: times }, () => value))
            .sort((one, other) => one - other)
          expect(percentile(values, part)).toBe(all[Math.ceil(part * all.length) - 1])
        },
      ),
    )
    expect(percentile([], 0.5)).toBeNull()
  })
})

describe('the figures', () => {
  it('distinguish completed, rejected, withdrawn, lapsed and displaced', () => {
    const { rows, total } = figuresOf(
      [
        opened({ count: 4 }),
        opened({ group: 'far', count: 2 }),
        tally({ count: 3 }),
        tally({
          group: 'far',
          kind: 'rejected',
          why: 'reject',
          decisionKept: false,
          endKept: null,
        }),
        withdrawn('recall'),
        withdrawn('lapse', 2),
        withdrawn('displace'),
      ],
      [],
    )
    expect(rows.map(({ group }) => group)).toEqual(['demo', 'far'])
    expect(total).toMatchObject({
      opened: 6,
      completed: 3,
      rejected: 1,
      withdrawn: 1,
      lapsed: 2,
      displaced: 1,
      decisionsKept: { kept: 3, of: 4 },
      endsKept: { kept: 3, of: 3 },
    })
  })

  it('say how long it took, and what went right the first time', () => {
    const { total } = figuresOf(
      [tally({ endKept: false, count: 2 }), tally({ sentBack: true, overridden: true })],
      [
        { group: 'demo', days: 2, count: 2 },
        { group: 'demo', days: 1, count: 1 },
      ],
    )
    expect(total).toMatchObject({
      medianDays: 2,
      p90Days: 2,
      endsKept: { kept: 1, of: 3 },
      firstTimeRight: { kept: 2, of: 3 },
      overrides: 1,
    })
  })
})

describe('what a request adds', () => {
  it('changes only where it counts otherwise than before', () => {
    const one: Counted = {
      day: '2026-03-10',
      kind: 'opened',
      storeId: 's',
      carrier: 'c',
      channel: 'online',
      why: 'w',
      step: null,
      submittedOn: null,
      endedOn: null,
      decisionKept: null,
      endKept: null,
      sentBack: false,
      overridden: false,
      rating: null,
    }
    const ended: Counted = { ...one, kind: 'completed' }
    expect(changeOf([], [one])).toEqual([{ ...one, count: 1 }])
    expect(changeOf([one, ended], [one, ended])).toEqual([])
    expect(changeOf([one, ended], [one, { ...ended, rating: 'smooth' }])).toEqual([
      { ...ended, count: -1 },
      { ...ended, rating: 'smooth', count: 1 },
    ])
  })
})

describe('what the address asks for', () => {
  it.each([
    [{}, { from: '2026-10-26', to: '2026-11-24', by: 'day', channel: null }],
    [
      { from: '2026-11-20', to: '2026-11-10' },
      { from: '2026-11-10', to: '2026-11-10' },
    ],
    [{ from: '1999-01-01' }, { from: '2023-11-23', by: 'month' }],
    [{ from: '2026-08-17' }, { from: '2026-08-17', by: 'day' }],
    [
      { from: 'x', to: '2027-01-01', by: 'colour', channel: 'pigeon' },
      { from: '2026-10-26', to: '2026-11-24', by: 'day', channel: null },
    ],
    [
      { by: 'store', store: 'demo', channel: 'online' },
      { by: 'store', store: 'demo', channel: 'online' },
    ],
  ] as const)('%j', (asked, expected) =>
    expect(reportFilter(asked, '2026-11-24')).toMatchObject(expected),
  )

  it.each([
    [{}, null],
    [{ from: '2026-11-10', to: '2026-11-10' }, null],
    [{ from: '', to: '' }, null],
    [{ from: '2026-11-20', to: '2026-11-10' }, { from: 'range_reversed' }],
    [{ to: '2026-11-25' }, { to: 'date_in_future' }],
    [{ from: '2026-11-25' }, { from: 'date_in_future' }],
    [
      { from: '11/2026', to: '2026-02-30' },
      { from: 'date_malformed', to: 'date_malformed' },
    ],
  ] as const)('is refused by field where the period cannot be: %j', (asked, faults) =>
    expect(periodFaults(asked, '2026-11-24')).toEqual(faults),
  )
})
