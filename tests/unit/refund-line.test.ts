import { describe, expect, it } from 'vitest'
import { refundLine } from '@/components/requests/refund-text'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'

const words = { amount: (yuan: string) => `${yuan} 元`, state: (state: string) => state }
const refund = { state: 'pending', amountFen: 1280, route: 'cash' } as RequestRecord['refund']

describe('the refund in the summary of a request (P9)', () => {
  it.each([
    ['open', '12.80 元'],
    ['in_review', '12.80 元'],
    ['closing', '12.80 元 · pending'],
    ['completed', '12.80 元 · pending'],
    ['rejected', null],
    ['withdrawn', null],
  ] as const)('of one that is %s', (state, line) => {
    expect(refundLine({ state, refund }, words)).toBe(line)
  })

  it('names the day on which it was paid', () => {
    const paid = { ...refund, state: 'paid', on: '2026-11-27' } as RequestRecord['refund']
    expect(refundLine({ state: 'completed', refund: paid }, words)).toBe(
      '12.80 元 · paid 2026-11-27',
    )
    expect(refundLine({ state: 'completed', refund: null }, words)).toBeNull()
  })
})
