import { describe, expect, it } from 'vitest'
import {
  blocksOn,
  comesByItself,
  isClear,
  paidAtCounter,
  waitsUntil,
} from '@/lib/cancellation/rules/obligations'
import type { PlainObligation } from '@/lib/cancellation/rules/obligation-outcome'
import { recordIn } from './situations'

const waiting = (clearsOn?: string, more: object = {}) => ({ state: 'waiting', clearsOn, ...more })
function having(items?: object, state: Parameters<typeof recordIn>[0] = 'open') {
  const { materials } = recordIn('open').steps
  const outcome = items ? { items } : {}
  const steps = { obligations: { ...materials, kind: 'obligations', outcome } }
  return recordIn(state, { steps: steps as ReturnType<typeof recordIn>['steps'] })
}

describe('the day until which a request waits', () => {
  it.each([
    ['the last of several', { a: waiting('2026-05-01'), b: waiting('2026-06-01') }, '2026-06-01'],
    ['in whatever order', { a: waiting('2026-06-01'), b: waiting('2026-05-01') }, '2026-06-01'],
    [
      'the next, where it is not free yet',
      { a: waiting('2026-12-31', { nextDay: true }) },
      '2027-01-01',
    ],
    ['none of what is cleared', { a: { state: 'cleared', clearsOn: '2026-05-01' } }, null],
    ['none where no day is named', { a: waiting() }, null],
    ['none where nothing is noted', undefined, null],
  ])('is %s', (_, items, day) => expect(waitsUntil(having(items))).toBe(day))

  it('is none while the obligations are not noted at all', () => {
    expect(waitsUntil(recordIn('open', { steps: {} }))).toBeNull()
  })
})

describe('an obligation', () => {
  it.each([
    ['not noted', undefined, false],
    ['cleared', { state: 'cleared' }, true],
    ['not applicable', { state: 'not_applicable' }, true],
    ['of an earlier version, on its day', waiting('2026-03-10'), true],
    ['of an earlier version, before its day', waiting('2026-03-11'), false],
    ['that clears by itself, on its day', waiting('2026-03-10', { waitsFor: 'nobody' }), true],
    ['whose day is not free, on that day', waiting('2026-03-10', { nextDay: true }), false],
    ['whose day is not free, on the next', waiting('2026-03-09', { nextDay: true }), true],
    [
      'that somebody has to clear, on its day',
      waiting('2026-03-10', { waitsFor: 'carrier' }),
      false,
    ],
    ['without a day', waiting(undefined, { waitsFor: 'customer' }), false],
  ])('%s', (_, item, clear) =>
    expect(isClear(item as PlainObligation | undefined, '2026-03-10')).toBe(clear),
  )
})

describe('what holds a request up (P27)', () => {
  const items = {
    contract: waiting('2026-03-31', { nextDay: true }),
    group: waiting('2026-03-20', { waitsFor: 'carrier' }),
    bundle: waiting(undefined, { waitsFor: 'customer' }),
    dispute: waiting('2026-03-01'),
    arrears: { state: 'cleared' },
  }
  const said = {
    notes: { obligations: { blocks: { bundle: { why: '副卡仍在用', lifts: '先注销副卡' } } } },
  }

  it("names the customer's part first, with its reason, and leaves out what is over", () => {
    expect(blocksOn(having(items), said, '2026-03-10')).toEqual([
      {
        code: 'bundle',
        waitsFor: 'customer',
        clearsOn: null,
        from: null,
        why: '副卡仍在用',
        lifts: '先注销副卡',
      },
      {
        code: 'group',
        waitsFor: 'carrier',
        clearsOn: '2026-03-20',
        from: '2026-03-20',
        why: null,
        lifts: null,
      },
      {
        code: 'contract',
        waitsFor: 'nobody',
        clearsOn: '2026-03-31',
        from: '2026-04-01',
        why: null,
        lifts: null,
      },
    ])
  })

  it('is nothing once the request is submitted', () => {
    for (const state of ['in_review', 'closing', 'completed', 'withdrawn'] as const)
      expect(blocksOn(having(items, state), said, '2026-03-10')).toEqual([])
  })

  it('comes by itself only where nobody has to do anything', () => {
    expect(comesByItself(having(items))).toBe(false)
    expect(comesByItself(having({ contract: items.contract }))).toBe(true)
  })
})

describe('what was paid at the counter (P28)', () => {
  it('is told with the number of the payment, which an erasure takes', () => {
    const payment = { amountFen: 3550, way: 'cash' }
    const record = having({
      arrears: { state: 'cleared', payment },
      contract: { state: 'cleared' },
    })
    const said = { notes: { obligations: { payments: { arrears: 'P-1' } } } }
    expect(paidAtCounter(record, said)).toEqual([{ code: 'arrears', ...payment, number: 'P-1' }])
    expect(paidAtCounter(record, null)).toEqual([{ code: 'arrears', ...payment, number: null }])
  })
})
