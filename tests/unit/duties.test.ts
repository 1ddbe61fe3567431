import { describe, expect, it } from 'vitest'
import { type DutyInputs, judgeDuty, refundLeadsTo } from '@/lib/cancellation/rules/duties'
import type { JudgedActor } from '@/lib/cancellation/rules/situation'
import { refundStates } from '@/lib/domain/coded-values'
import { recordIn } from './situations'

const staff: JudgedActor = { kind: 'account', id: 'clerk', capacities: ['staff'] }
const reviewer: JudgedActor = { kind: 'account', id: 'judge', capacities: ['reviewer'] }
const elsewhere: JudgedActor = { kind: 'account', id: 'far', capacities: ['staff_elsewhere'] }
const refund = (state: (typeof refundStates)[number]) => ({ state, amountFen: 100, route: 'cash' })

describe('refunds (P9)', () => {
  it('run beside the closing, and end paid or waived', () => {
    for (const from of refundStates) {
      for (const to of refundStates.filter((state) => state !== 'none')) {
        const verdict = judgeDuty(
          'note_refund',
          { refund: to } as DutyInputs['note_refund'],
          recordIn('completed', { refund: refund(from) }),
          staff,
        )
        expect([from, to, verdict === null]).toEqual([from, to, refundLeadsTo[from].includes(to)])
      }
    }
    expect(refundLeadsTo.paid).toEqual([])
    expect(
      judgeDuty(
        'note_refund',
        { refund: 'paid', words: undefined },
        recordIn('open', { refund: refund('pending') }),
        staff,
      ),
    ).toEqual({ code: 'nothing_owed' })
    expect(
      judgeDuty(
        'note_refund',
        { refund: 'paid', words: undefined },
        recordIn('closing', { refund: refund('pending') }),
        elsewhere,
      ),
    ).toEqual({ code: 'not_yours' })
  })
})

describe('having a request in hand', () => {
  it('is taken and put down by oneself, and disposed of by reviewers', () => {
    const inHand = (assignee: string | null) => recordIn('open', { assignee })
    expect(judgeDuty('assign', { assignee: 'clerk' }, inHand(null), staff)).toBeNull()
    expect(judgeDuty('assign', { assignee: null }, inHand('clerk'), staff)).toBeNull()
    expect(judgeDuty('assign', { assignee: null }, inHand('judge'), staff)).toEqual({
      code: 'not_yours',
    })
    expect(judgeDuty('assign', { assignee: 'judge' }, inHand(null), staff)).toEqual({
      code: 'not_yours',
    })
    expect(judgeDuty('assign', { assignee: 'clerk' }, inHand('judge'), reviewer)).toBeNull()
    expect(
      judgeDuty(
        'assign',
        { assignee: 'clerk' },
        recordIn('completed', { endedAt: '2026-03-10T02:00:00.000Z' }),
        staff,
      ),
    ).toEqual({ code: 'ended' })
  })
})
