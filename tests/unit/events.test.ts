import { describe, expect, it } from 'vitest'
import { eventTypes, publicFacts, readEvent, storedFacts } from '@/lib/cancellation/rules/events'
import { isMove, moves } from '@/lib/cancellation/rules/workflow'

const row = {
  sequence: 1,
  at: '2026-03-10T02:00:00.000Z',
  actor: { kind: 'account' as const, id: 'clerk' },
}

describe('an event of the history', () => {
  it.each([
    ['open', { customerWaiting: false }],
    ['amend', { undone: [] }],
    ['change_guide', { carried: {}, added: [] }],
    ['note', { outcome: {} }],
    ['wait', { customerWaiting: false }],
    ['assign', { assignee: null }],
  ])('of type %s and the first format gets what it lacks', (type, lacked) => {
    const { facts } = readEvent({ ...row, type, facts: { said: 1 } })
    expect(facts).toEqual({ ...lacked, said: 1 })
  })

  it('of the first format keeps what it says', () => {
    const { facts } = readEvent({ ...row, type: 'amend', facts: { undone: ['balance'] } })
    expect(facts).toEqual({ undone: ['balance'] })
  })

  it('of today is read as it was written, without its format', () => {
    const facts = { revisionId: 'v2', carried: { a: 'b' }, added: ['c'] }
    const stored = storedFacts(facts)
    expect(stored).toEqual({ ...facts, format: 2 })
    expect(readEvent({ ...row, type: 'change_guide', facts: stored }).facts).toEqual(facts)
    expect(publicFacts(stored)).toEqual(facts)
  })

  it('of today gets nothing that it lacks: it was written without it', () => {
    const stored = storedFacts({ undone: undefined })
    expect(readEvent({ ...row, type: 'open', facts: stored }).facts).not.toHaveProperty(
      'customerWaiting',
    )
  })

  it('of a type that only a newer version knows is not passed over', () => {
    expect(() => readEvent({ ...row, type: 'later', facts: {} })).toThrow('unknown type: later')
  })

  it('of a newer format is not read as if it were of today', () => {
    const facts = { format: 3 }
    expect(() => readEvent({ ...row, type: 'mask', facts })).toThrow('newer format: 3')
  })

  it('has a type for each move', () => {
    expect(eventTypes.filter(isMove).sort()).toEqual([...moves].sort())
  })
})
