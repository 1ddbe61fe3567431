import { describe, expect, it } from 'vitest'
import { waitsUntil } from '@/lib/cancellation/rules/obligations'
import { recordIn } from './situations'

const waiting = (clearsOn?: string) => ({ state: 'waiting', clearsOn })
const until = (items?: object) => {
  const { materials } = recordIn('open').steps
  const outcome = items ? { items } : {}
  const steps = { obligations: { ...materials, kind: 'obligations', outcome } }
  return waitsUntil(recordIn('open', { steps: steps as ReturnType<typeof recordIn>['steps'] }))
}

describe('the day until which a request waits', () => {
  it.each([
    ['the last of several', { a: waiting('2026-05-01'), b: waiting('2026-06-01') }, '2026-06-01'],
    ['in whatever order', { a: waiting('2026-06-01'), b: waiting('2026-05-01') }, '2026-06-01'],
    ['none of what is cleared', { a: { state: 'cleared', clearsOn: '2026-05-01' } }, null],
    ['none where no day is named', { a: waiting() }, null],
    ['none where nothing is noted', undefined, null],
  ])('is %s', (_, items, day) => expect(until(items)).toBe(day))

  it('is none while the obligations are not noted at all', () => {
    expect(waitsUntil(recordIn('open', { steps: {} }))).toBeNull()
  })
})
