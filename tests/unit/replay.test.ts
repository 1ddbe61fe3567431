import { describe, expect, it } from 'vitest'
import type { RecordedEvent } from '@/lib/cancellation/facts'
import { mergePlane } from '@/lib/cancellation/merge'
import { replay } from '@/lib/cancellation/replay'
import { stageOf } from '@/lib/cancellation/stage'
import { recordIn } from './situations'

const { store, carrier, region, cardType, channel, relation, reason, revisionId, documentType, documentCountry, applicantDocument, authority, contact, previous } = recordIn('open')
const particulars = { store, carrier, region, cardType, channel, relation, reason, revisionId, documentType, documentCountry, applicantDocument, authority, contact, previous }
const event = (sequence: number, type: string, facts: object = {}): RecordedEvent => ({ sequence, type, at: `2026-03-10T02:00:0${sequence}.000Z`, actor: { kind: 'account', id: 'clerk' }, facts: facts as Record<string, unknown> })
const opening = event(1, 'open', { id: 'r', reference: 'REF', particulars })

describe('replay', () => {
  it('notes, corrects and undoes', () => {
    const events = [opening, event(2, 'note', { step: 'balance', kind: 'balance', outcome: { amountFen: 100, route: 'cash' } }), event(3, 'note', { step: 'advice', kind: 'advice', outcome: {} })]
    expect(replay(events)).toMatchObject({ version: 3, refund: { state: 'pending', amountFen: 100 }, steps: { balance: { sequence: 2 }, advice: { sequence: 3 } } })
    const amended = replay([...events, event(4, 'amend', { particulars: { ...particulars, region: 'CN-BJ' }, undone: ['balance'] })])
    expect(amended).toMatchObject({ region: 'CN-BJ', refund: null, people: { openedBy: 'clerk', amendedBy: ['clerk'] } })
    expect(Object.keys(amended?.steps ?? {})).toEqual(['advice'])
  })

  it('counts how often it went back, which the report calls not right the first time', () => {
    const events = ['submit', 'ask', 'supply', 'approve', 'carrier_refuse', 'take_back'].map((type, place) => event(place + 2, type))
    expect(replay([opening, ...events])?.sentBack).toBe(3)
    expect(replay([opening, event(2, 'submit'), event(3, 'approve')])?.sentBack).toBe(0)
  })

  it('owes a card back when the request ends otherwise', () => {
    const taken = [opening, event(2, 'note', { step: 'card_return', kind: 'card_return', outcome: { state: 'returned' } })]
    expect(replay([...taken, event(3, 'withdraw', { reason: 'other' })])).toMatchObject({ state: 'withdrawn', cardOwed: true, ending: { move: 'withdraw', reason: 'other' } })
    expect(replay([opening, event(2, 'withdraw')])).toMatchObject({ cardOwed: false })
  })

  it('lets go of who had it in hand when another store takes it over', () => {
    const inHand = [opening, event(2, 'assign', { assignee: 'clerk' })]
    expect(replay(inHand)?.assignee).toBe('clerk')
    expect(replay([...inHand, event(3, 'submit')])?.assignee).toBe('clerk')
    const taken = replay([...inHand, event(3, 'transfer', { store: 'far' })])
    expect(taken).toMatchObject({ store: 'far', state: 'open', assignee: null })
  })

  it('was never submitted, once it was taken back', () => {
    const submitted = [opening, event(2, 'submit')]
    expect(replay(submitted)?.submittedAt).toBe(event(2, 'submit').at)
    expect(replay([...submitted, event(3, 'ask')])?.submittedAt).toBe(event(2, 'submit').at)
    expect(replay([...submitted, event(3, 'take_back')])?.submittedAt).toBeNull()
  })

  it('tells the stages apart that share a state', () => {
    expect(stageOf({ state: 'withdrawn', preCancelled: null, ending: { move: 'lapse', reason: null } })).toBe('lapsed')
    expect(stageOf({ state: 'withdrawn', preCancelled: null, ending: { move: 'displace', reason: null } })).toBe('displaced')
    expect(stageOf({ state: 'closing', preCancelled: { on: 'x', reinstateUntil: 'y' }, ending: null })).toBe('pre_cancelled')
  })

  it('keeps the words of a step under it, and drops them with it', () => {
    const noted = mergePlane({ holderName: 'A' }, 'note', { step: 'balance' }, { words: 'cash please' })
    expect(noted).toEqual({ holderName: 'A', notes: { balance: { words: 'cash please' } } })
    expect(mergePlane(noted, 'note', { step: 'balance' }, {})).toEqual({ holderName: 'A' })
    expect(mergePlane(noted, 'amend', { undone: ['balance'] }, { holderName: 'B' })).toEqual({ holderName: 'B' })
    expect(mergePlane(noted, 'reject', {}, { words: 'no' })).toMatchObject({ moves: { reject: { words: 'no' } } })
  })
})
