import { describe, expect, it } from 'vitest'
import type { MoveFacts } from '@/lib/cancellation/rules/events'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { moveEvent } from '@/lib/cancellation/rules/move-events'
import type { LaterMove } from '@/lib/cancellation/rules/move-inputs'
import { promisesFrom } from '@/lib/cancellation/rules/promises'
import type { Situation } from '@/lib/cancellation/rules/situation'
import { recordIn, situation, today } from './situations'

const calendar = { exceptions: new Map(), publishedYears: new Set([2026]) }
const brought = {
  calendar,
  newReceiptNumber: () => 'R-1',
  now: new Date('2026-03-10T02:00:00.000Z'),
}
type Given = Omit<Partial<Situation>, 'input'> & { record: RequestRecord; input?: object }

const said = (move: LaterMove, given: Given, more: object = {}) =>
  moveEvent(
    move,
    { ...situation(move, ['staff'], given.record), ...(given as Partial<Situation> & Given) },
    { ...brought, ...more },
  )
const factsOf = (move: LaterMove, given: Given, more: object = {}): MoveFacts =>
  said(move, given, more).facts

const policy = (record: RequestRecord) => situation('ask', ['staff'], record).policy
const open = recordIn('open')
const inReview = recordIn('in_review')
const needsInfo = recordIn('needs_info')
const closing = recordIn('closing')

describe('what the event of a move says in plain', () => {
  it('submitting promises a decision and an end from today', () => {
    const promises = promisesFrom(today, policy(open), calendar, 'from_submission')
    expect(factsOf('submit', { record: open })).toEqual({ promises })
  })

  it('submitting online counts from the day on which it reached the carrier', () => {
    const sent = (change: Partial<RequestRecord>, outcome: object) => {
      const record = recordIn('open', change)
      const note = { ...record.steps.materials, kind: 'carrier_submission', outcome }
      Object.assign(record.steps, { carrier_submission: note })
      return factsOf('submit', { record }).promises?.decision?.reckoned?.from
    }
    expect(sent({ channel: 'online' }, { submittedOn: '2026-03-05' })).toBe('2026-03-05')
    expect(sent({ channel: 'online' }, {})).toBe(today)
    expect(sent({}, { submittedOn: '2026-03-05' })).toBe(today)
    const unsent = recordIn('open', { channel: 'online', steps: {} })
    expect(factsOf('submit', { record: unsent }).promises?.decision?.reckoned?.from).toBe(today)
  })

  it('asking names the steps about which something is asked, and stops the clock', () => {
    const input = { items: [{ step: 'materials', words: 'again' }, { step: 'advice' }] }
    expect(factsOf('ask', { record: inReview, input })).toEqual({
      asked: [{ step: 'materials' }],
      pausedOn: today,
    })
  })

  it('supplying lets the clock run on, with the days that were left', () => {
    const { decision } = promisesFrom('2026-03-02', policy(needsInfo), calendar, 'from_submission')
    const promises = { decision, end: null }
    const paused = recordIn('needs_info', { promises, pausedOn: '2026-03-03' })
    expect(factsOf('supply', { record: paused })).toMatchObject({
      pausedOn: null,
      promises: {
        decision: { date: '2026-03-12', reckoned: { from: today, workingDays: 2 } },
        end: { date: '2026-04-12' },
      },
    })
    const promised = promisesFrom(today, policy(needsInfo), calendar, 'from_submission')
    const never = recordIn('needs_info', { promises: promised, pausedOn: null })
    expect(factsOf('supply', { record: never })).toMatchObject({
      promises: { decision: { date: '2026-03-13' } },
    })
    expect(factsOf('supply', { record: needsInfo })).toEqual({ pausedOn: null })
  })

  it('taking back clears what was asked and promised', () => {
    expect(factsOf('take_back', { record: needsInfo })).toEqual({
      reason: 'mistyped',
      pausedOn: null,
      asked: [],
      promises: { decision: null, end: null },
    })
  })

  it('rejecting records the reason, and the step if any', () => {
    expect(factsOf('reject', { record: inReview })).toStrictEqual({ reason: 'other' })
    const input = { reason: 'material_missing', words: 'x', step: 'materials' }
    expect(factsOf('reject', { record: inReview, input })).toEqual({
      reason: 'material_missing',
      step: 'materials',
    })
  })

  it("a carrier's refusal promises both days anew from today, and keeps its words sealed", () => {
    const promises = promisesFrom(today, policy(closing), calendar, 'carrier_refused')
    expect(factsOf('carrier_refuse', { record: closing })).toEqual({ promises })
  })

  it('a pre-cancelled number can come back for the days that the carrier gives', () => {
    const input = { on: '2026-03-09' }
    expect(factsOf('note_pre_cancelled', { record: closing, input })).toEqual({
      preCancelled: { on: '2026-03-09', reinstateUntil: '2026-04-08' },
      promises: {
        end: {
          date: '2026-04-08',
          estimated: false,
          reason: 'pre_cancelled',
          reckoned: { from: '2026-03-09', workingDays: 0, thenDays: 30 },
        },
      },
    })
  })

  it('completing gives a receipt, confirmed on the day that was said or today', () => {
    const receipt = { number: 'R-1', issuedAt: '2026-03-10T02:00:00.000Z' }
    const input = { confirmation: 'C', on: '2026-03-09' }
    expect(factsOf('complete', { record: closing, input })).toEqual({
      confirmedOn: '2026-03-09',
      receipt,
    })
    const undated = { confirmation: 'C' }
    expect(factsOf('complete', { record: closing, input: undated }).confirmedOn).toBe(today)
  })

  it('completing while the number can be restored records until when that was', () => {
    const until = (reinstateUntil: string) => {
      const record = { ...closing, preCancelled: { on: '2026-03-01', reinstateUntil } }
      return factsOf('complete', { record, input: { confirmation: 'C' } }).reinstatableUntil
    }
    expect(until(today)).toBe(today)
    expect(until('2026-03-09')).toBeUndefined()
  })

  it('approving records when the reviewer had worked on the request', () => {
    expect(factsOf('approve', { record: inReview })).toEqual({})
    const actor = { kind: 'account', id: 'clerk', capacities: ['reviewer'] } as const
    expect(factsOf('approve', { record: inReview, actor })).toEqual({ override: true })
  })

  it('a transfer names the store, and voids a slip that was not shown', () => {
    const shown = { record: open, slipCodeRight: true }
    expect(factsOf('transfer', shown, { receivingStore: 'far' })).toEqual({ store: 'far' })
    expect(factsOf('transfer', shown)).toEqual({})
    const lost = { record: open, slipCodeRight: false }
    expect(factsOf('transfer', lost, { receivingStore: 'far' })).toEqual({
      store: 'far',
      slipReplaced: true,
    })
  })

  it('every other move records its coded reason, if it has one', () => {
    const input = { reason: 'changed_mind' }
    expect(factsOf('withdraw', { record: open, input })).toEqual({ reason: 'changed_mind' })
    for (const move of ['recall', 'reinstate', 'lapse', 'displace'] as const) {
      expect(factsOf(move, { record: open, input: {} })).toEqual({})
    }
    expect(factsOf('withdraw', { record: open, input: { reason: 7 } })).toEqual({})
  })
})

describe('what the event of a move seals', () => {
  const sealed = (move: LaterMove, input: Record<string, unknown>) =>
    said(move, { record: inReview, input }).personal

  it('contains all typed words, and no codes or days', () => {
    const coded = {
      reason: 'other',
      on: today,
      carrierCancelledIt: true,
      identityMatched: true,
      otherHolderMatched: true,
      slipCode: 'ABCDEF',
      slipSigned: true,
      step: 'materials',
    }
    expect(sealed('reject', { ...coded, words: '抱歉' })).toEqual({ words: '抱歉' })
    const items = [{ step: 'materials', words: 'again' }]
    expect(sealed('ask', { items })).toEqual({ items })
    const typed = {
      carrierReference: 'X1',
      confirmation: 'C1',
      overrideReason: 'alone',
      reinstatableReason: 'early',
    }
    expect(sealed('complete', { ...coded, ...typed })).toEqual(typed)
  })

  it('contains a carrier’s refusal whole: its reason and day are in no plain fact', () => {
    const refusal = { reason: 'in debt', carrierReference: 'X1', on: '2026-03-09' }
    expect(sealed('carrier_refuse', refusal)).toEqual(refusal)
  })

  it('is empty without typed words', () => {
    expect(sealed('withdraw', { reason: 'other', on: today })).toBeNull()
    expect(sealed('complete', { confirmation: undefined, words: '' })).toBeNull()
  })
})
