import { describe, expect, it } from 'vitest'
import { changesBetween } from '@/lib/cancellation/rules/changes'
import { recordIn } from './situations'

const personal = {
  holderName: '柳测试',
  numberMasked: '138****0001',
  holderDocumentMasked: '****0012',
}
const before = { record: recordIn('in_review'), personal }

describe('what an event changed', () => {
  it('is nothing between the same two', () => expect(changesBetween(before, before)).toEqual([]))

  it("names state, promises, masked people and a step's facts, before and after", () => {
    const promise = {
      date: '2026-03-13',
      estimated: false,
      reason: 'from_submission' as const,
      reckoned: { from: '2026-03-10', workingDays: 3, thenDays: 0 },
    }
    const steps = {
      ...before.record.steps,
      balance: {
        kind: 'balance' as const,
        at: '',
        by: null,
        sequence: 3,
        outcome: { amountFen: 100, route: 'cash' },
      },
      obligations: {
        kind: 'obligations' as const,
        at: '',
        by: null,
        sequence: 4,
        outcome: { items: { contract: { state: 'waiting', clearsOn: '2026-05-20' } } },
      },
    }
    const after = {
      record: recordIn('closing', { promises: { decision: promise, end: null }, steps }),
      personal: { ...personal, holderName: '柳改名' },
    }
    const changes = changesBetween(
      {
        ...before,
        record: recordIn('in_review', {
          steps: {
            ...steps,
            balance: { ...steps.balance, outcome: { amountFen: 0, route: 'none' } },
            obligations: {
              ...steps.obligations,
              outcome: { items: { contract: { state: 'cleared' } } },
            },
          },
        }),
      },
      after,
    )
    expect(changes).toEqual([
      { field: 'state', before: 'in_review', after: 'closing' },
      { field: 'personal.holderName', before: '柳测试', after: '柳改名' },
      { field: 'step.obligations.items.contract.state', before: 'cleared', after: 'waiting' },
      { field: 'step.balance.amountFen', before: '0', after: '100' },
      { field: 'step.balance.route', before: 'none', after: 'cash' },
      { field: 'promise.decision', before: null, after: '2026-03-13' },
      { field: 'step.obligations.items.contract.clearsOn', before: null, after: '2026-05-20' },
    ])
  })
})
