import { describe, expect, it } from 'vitest'
import { noteOfKind, touchedBy } from '@/lib/cancellation/rules/request-record'
import { mayMove, unmetDemands } from '@/lib/cancellation/rules/judge'
import {
  answeredByForm,
  isLaterMove,
  moveNames,
  moveSchemas,
} from '@/lib/cancellation/rules/move-inputs'
import {
  type Move,
  endsWithoutCancelling,
  isLive,
  isMove,
  moves,
  ruleOf,
  sendsBack,
  states,
  workflow,
} from '@/lib/cancellation/rules/workflow'
import { recordIn, situation } from './situations'

describe('the process', () => {
  it('has four states in which a request lives', () => {
    expect(states.filter(isLive)).toEqual(['open', 'in_review', 'needs_info', 'closing'])
  })

  it('knows its moves from other words', () => {
    expect(moves.every(isMove)).toBe(true)
    expect(['note', 'constructor', ''].some(isMove)).toBe(false)
    expect(['note', 'open', 'amend', 'constructor'].some(isLaterMove)).toBe(false)
    const later = moves.filter((name) => name !== 'open' && name !== 'amend')
    expect(moves.filter(isLaterMove)).toEqual(later)
    expect(moveNames).toEqual(moves.filter((name) => !['open', 'amend', 'lapse'].includes(name)))
  })

  it('owes a card back after each move that ends a request without a cancelled number', () => {
    const ending = moves.filter((move) => ['rejected', 'withdrawn'].includes(workflow[move].to))
    expect([...endsWithoutCancelling].sort()).toEqual(ending.sort())
    expect(sendsBack).toEqual(['ask', 'take_back', 'carrier_refuse'])
  })

  it('lets a form lift only what the move demands', () => {
    for (const [move, names] of Object.entries(answeredByForm)) {
      const { demands } = workflow[move as Move]
      expect(names.filter((name) => !(demands as readonly string[]).includes(name))).toEqual([])
    }
  })

  it('shows a form when every demand is met except those that the form itself answers', () => {
    for (const move of moveNames) {
      for (const channel of ['in_store', 'online'] as const) {
        const [from] = ruleOf(move).from
        const asked = [{ step: 'materials' }]
        const at = situation(move, [], recordIn(from ?? 'open', { channel, asked }))
        if (move === 'withdraw' && at.record) at.record.steps = recordIn('open', { channel }).steps
        const lifted = answeredByForm[move] ?? []
        const unmet = unmetDemands(move, { ...at, input: {} })
        expect({ move, unmet: unmet.filter((name) => !lifted.includes(name)) }).toEqual({
          move,
          unmet: [],
        })
      }
    }
  })

  it('lets a customer submit from home, by customer and channel both', () => {
    const may = (channel: 'online' | 'in_store', capacity: 'customer' | 'system') =>
      mayMove('submit', situation('submit', [capacity], recordIn('open', { channel })))
    expect(may('online', 'customer')).toBe(true)
    expect([may('in_store', 'customer'), may('online', 'system')]).toEqual([false, false])
    const nothingYet = situation('submit', ['customer'], null)
    expect(mayMove('submit', nothingYet)).toBe(false)
  })
})

describe('who touched a request', () => {
  const people = { openedBy: 'a', amendedBy: ['b'], submittedBy: ['c'], identityNotedBy: ['d'] }

  it.each(['a', 'b', 'c', 'd'])('%s did', (account) => {
    expect(touchedBy({ people }, account)).toBe(true)
  })

  it('another account did not', () => expect(touchedBy({ people }, 'e')).toBe(false))

  it('finds a note by its kind, whatever its id', () => {
    const record = recordIn('open', { steps: {} })
    expect(noteOfKind(record, 'advice')).toBeUndefined()
    const { materials } = recordIn('open').steps
    const steps = { counsel: { ...materials, kind: 'advice' } } as typeof record.steps
    expect(noteOfKind({ ...record, steps }, 'advice')).toBe(steps.counsel)
  })
})

const long = (length: number) => 'x'.repeat(length)

describe('what a move may carry', () => {
  type Name = keyof typeof moveSchemas
  const right: [Name, object, object][] = [
    ['submit', {}, {}],
    [
      'ask',
      { items: [{ step: 'advice', words: ' again ' }] },
      {
        items: [{ step: 'advice', words: 'again' }],
      },
    ],
    ['ask', {}, { items: [] }],
    [
      'supply',
      { answers: [{ step: 'advice', words: '' }] },
      {
        answers: [{ step: 'advice', words: undefined }],
      },
    ],
    ['supply', {}, { answers: [] }],
    ['take_back', { reason: 'mistyped', words: long(500) }, {}],
    ['take_back', {}, {}],
    ['approve', { overrideReason: 'alone', carrierResult: long(80) }, {}],
    ['reject', { reason: 'other', words: 'no', step: long(60) }, {}],
    ['carrier_refuse', { reason: 'debt', carrierReference: 'X', on: '2026-03-10', words: 'w' }, {}],
    ['note_pre_cancelled', { on: '2026-03-10' }, {}],
    ['complete', { confirmation: ' C ', on: '2026-03-10' }, { confirmation: 'C' }],
    ['withdraw', { reason: 'mistake', words: 'w', carrierCancelledIt: true }, {}],
    ['recall', { carrierWords: 'w' }, {}],
    ['reinstate', { confirmation: 'C' }, {}],
    ['lapse', {}, {}],
    ['transfer', { slipCode: long(20), identityMatched: false }, {}],
    ['displace', { otherHolderMatched: true, words: 'w' }, {}],
  ]
  const wrong: [Name, object, string][] = [
    ['submit', { more: 1 }, 'unrecognized'],
    ['ask', { items: [{ step: 'a', words: long(501) }] }, 'too_long'],
    ['ask', { items: [{ step: long(61) }] }, '60'],
    ['ask', { items: [{ step: 'a', more: 1 }] }, 'unrecognized'],
    ['ask', { items: Array.from({ length: 21 }, () => ({ step: 'a' })) }, '20'],
    ['supply', { answers: Array.from({ length: 21 }, () => ({ step: 'a' })) }, '20'],
    ['supply', { answers: [{ step: 'a', more: 1 }] }, 'unrecognized'],
    ['take_back', { reason: 'x' }, 'required'],
    ['approve', { carrierResult: long(81) }, 'too_long'],
    ['reject', { reason: 'x' }, 'required'],
    ['reject', { step: long(61) }, '60'],
    ['carrier_refuse', { on: '10 March' }, 'date_malformed'],
    ['withdraw', { reason: 'x' }, 'required'],
    ['transfer', { slipCode: long(21) }, '20'],
    ['complete', { more: 1 }, 'unrecognized'],
  ]

  it.each(right)('%s: %j', (move, input, read) => {
    expect(moveSchemas[move].parse(input)).toEqual({ ...input, ...read })
  })

  it.each(wrong)('%s, not %j', (move, input, fault) => {
    const { issues } = moveSchemas[move].safeParse(input).error ?? { issues: [] }
    expect(issues).toHaveLength(1)
    expect(JSON.stringify(issues)).toContain(fault)
  })

  it('takes nothing beside what it names', () => {
    for (const move of moveNames) {
      expect(moveSchemas[move].safeParse({ more: 1 }).success).toBe(false)
    }
  })
})
