import { describe, expect, it } from 'vitest'
import { carriedOver, guideChange } from '@/lib/cancellation/rules/guide-change'
import type { StepNote } from '@/lib/cancellation/rules/request-record'
import type { StepKind } from '@/lib/domain/step-kinds'
import type { GuideContent } from '@/lib/guide/schemas'

const guide = (steps: [string, StepKind][]) =>
  ({ steps: steps.map(([id, kind]) => ({ id, kind })) }) as unknown as GuideContent
const notes = (steps: [string, StepKind][]) => ({
  steps: Object.fromEntries(steps.map(([id, kind]) => [id, { kind } as StepNote])),
})

describe('a request that is moved to another revision of its guide', () => {
  it.each([
    ['keeps a note of the same step', [['advice', 'advice']], { advice: 'advice' }, []],
    [
      'carries a note to its kind under another id',
      [['counsel', 'advice']],
      {
        advice: 'counsel',
      },
      [],
    ],
    [
      'loses the note of a kind that is gone',
      [['form', 'application_form']],
      { advice: null },
      ['form'],
    ],
    [
      'does not take a step of the same id for one of another kind',
      [
        ['advice', 'balance'],
        ['counsel', 'advice'],
      ],
      { advice: 'counsel' },
      [],
    ],
  ] as [string, [string, StepKind][], object, string[]][])('%s', (_, after, carried, added) => {
    const before: [string, StepKind][] = [['advice', 'advice']]
    expect(guideChange(guide(before), guide(after), notes(before))).toEqual({ carried, added })
  })

  it('never takes one instruction for another', () => {
    const before: [string, StepKind][] = [
      ['read', 'instruction'],
      ['go', 'instruction'],
    ]
    const after: [string, StepKind][] = [
      ['listen', 'instruction'],
      ['go', 'instruction'],
    ]
    expect(guideChange(guide(before), guide(after), notes(before))).toEqual({
      carried: { read: null, go: 'go' },
      added: ['listen'],
    })
  })

  it('does not call a step new that was there before, noted or not', () => {
    const before: [string, StepKind][] = [
      ['advice', 'advice'],
      ['balance', 'balance'],
    ]
    expect(guideChange(guide(before), guide(before), { steps: {} })).toEqual({
      carried: {},
      added: [],
    })
  })

  it('carries over the values of matching steps and drops the rest', () => {
    expect(carriedOver({ a: 1, b: 2, c: 3 }, { a: 'x', b: null })).toEqual({ x: 1 })
  })
})
