import { describe, expect, it } from 'vitest'
import { bagState, judgeBag } from '@/lib/cancellation/rules/bags'
import {
  cardAfterEvent,
  cardNoted,
  custodySchemas,
  judgeCustody,
  type CustodyAct,
  uncollectedFrom,
} from '@/lib/cancellation/rules/custody'
import { findingsOf } from '@/lib/cancellation/rules/reconcile'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { recordIn } from './situations'

const acts = Object.keys(custodySchemas) as CustodyAct[]
const bagged = { store: 'demo', bag: 'demo-00001', gone: null }
const loose = { ...bagged, bag: null }
const ended = '2026-03-10T02:00:00.000Z'
const owed = (card: RequestRecord['card']) =>
  recordIn('withdrawn', { card, cardOwed: true, endedAt: ended })
const allowed = (record: RequestRecord, today = '2026-03-12') =>
  acts.filter((act) => judgeCustody(act, record, 90, today) === null)

describe('a card', () => {
  it.each([
    ['never taken', recordIn('open'), []],
    ['loose, its request running', recordIn('open', { card: loose }), ['bag_card']],
    ['in a bag, its request running', recordIn('closing', { card: bagged }), []],
    ['in a bag, its request completed', recordIn('completed', { card: bagged }), []],
    ['owed, in a bag', owed(bagged), ['hand_card_back']],
    ['owed, loose', owed(loose), ['bag_card', 'hand_card_back']],
    ['left behind by a transfer', recordIn('open', { store: 'far', card: bagged }), ['pass_card']],
    ['handed back', recordIn('withdrawn', { card: { ...loose, gone: 'handed_back' } }), []],
    ['destroyed', recordIn('completed', { card: { ...bagged, gone: 'destroyed' } }), []],
  ] as const)('%s', (_, record, can) => expect(allowed(record)).toEqual(can))

  it("that is not collected may be destroyed after the store's period, not a day before", () => {
    expect(allowed(owed(bagged), '2026-06-07')).not.toContain('destroy_card')
    expect(allowed(owed(bagged), '2026-06-08')).toContain('destroy_card')
  })

  it('leaves its bag only by its own event', () => {
    expect(cardNoted(recordIn('open'), { state: 'returned' }, 'demo-00001')).toEqual(bagged)
    expect(cardNoted(recordIn('open', { card: bagged }), { state: 'returned' }, null)).toEqual(
      bagged,
    )
    expect(cardNoted(recordIn('open'), { state: 'lost' }, null)).toBeNull()
    expect(cardAfterEvent('hand_card_back', owed(bagged), {})).toEqual({
      card: { store: 'demo', bag: null, gone: 'handed_back' },
      cardOwed: false,
    })
    expect(
      cardAfterEvent('pass_card', recordIn('open', { store: 'far', card: bagged }), {}),
    ).toEqual({
      card: { store: 'far', bag: null, gone: null },
    })
    expect(
      cardAfterEvent('destroy_card', recordIn('completed', { card: bagged }), {
        bag: 'demo-00001',
      }),
    ).toMatchObject({ card: { bag: 'demo-00001', gone: 'destroyed' } })
  })
})

describe('reasons that a card may not be moved', () => {
  const day = '2026-03-12'
  const code = (act: CustodyAct, record: RequestRecord, today = day) =>
    judgeCustody(act, record, 90, today)?.code ?? null
  const gone = { ...loose, gone: 'handed_back' } as const

  it.each([
    ['bag_card', recordIn('open'), 'no_card'],
    ['bag_card', recordIn('open', { card: gone }), 'no_card'],
    ['bag_card', recordIn('open', { card: bagged }), 'already_in_bag'],
    ['hand_card_back', recordIn('open', { card: loose }), 'nothing_owed'],
    ['pass_card', recordIn('open', { card: loose }), 'card_follows'],
    ['destroy_card', recordIn('open', { card: loose }), 'nothing_owed'],
    ['destroy_card', owed(loose), 'not_uncollected_yet'],
    ['destroy_card', { ...owed(loose), endedAt: null }, 'not_uncollected_yet'],
  ] as [CustodyAct, RequestRecord, string][])('%s: %#', (act, record, expected) => {
    expect(code(act, record)).toBe(expected)
  })

  it('counts the days from the end of the request, and from none that owes nothing', () => {
    expect(uncollectedFrom({ cardOwed: true, endedAt: ended }, 90)).toBe('2026-06-08')
    expect(uncollectedFrom({ cardOwed: false, endedAt: ended }, 90)).toBeNull()
    expect(uncollectedFrom({ cardOwed: true, endedAt: null }, 90)).toBeNull()
  })

  it('accepts up to 100 characters for a recipient or witness', () => {
    for (const [act, field] of [
      ['hand_card_back', 'to'],
      ['pass_card', 'to'],
      ['destroy_card', 'witness'],
    ] as const) {
      const said = (name?: string) =>
        custodySchemas[act].safeParse({ [field]: name }).error?.issues[0]?.message
      expect(said('x'.repeat(100))).toBeUndefined()
      expect(said('x'.repeat(101))).toBe('too_long')
      expect([said(' '), said()]).toEqual(['required', 'required'])
    }
    expect(custodySchemas.pass_card.parse({ to: ' Li ' })).toEqual({ to: 'Li' })
    expect(custodySchemas.bag_card.safeParse({ to: 'Li' }).success).toBe(false)
  })
})

describe('a card after what was done with it', () => {
  it.each([
    ['bag_card', owed(loose), { bag: 'demo-00002' }, { card: { ...loose, bag: 'demo-00002' } }],
    ['bag_card', owed(bagged), {}, { card: loose }],
    ['destroy_card', owed(bagged), {}, { card: { ...loose, gone: 'destroyed' }, cardOwed: false }],
    ['hand_card_back', recordIn('open'), {}, {}],
  ] as [CustodyAct, RequestRecord, { bag?: string }, object][])('%s: %#', (act, ...given) => {
    const [record, facts, after] = given
    expect(cardAfterEvent(act, record, facts)).toEqual(after)
  })

  it('is a new one when it returns after it was gone', () => {
    const gone = { ...bagged, gone: 'handed_back' } as const
    const record = recordIn('open', { card: gone })
    expect(cardNoted(record, { state: 'returned' }, 'demo-00003')).toEqual({
      store: 'demo',
      bag: 'demo-00003',
      gone: null,
    })
    expect(cardNoted(recordIn('open', { card: bagged }), { state: 'damaged' }, null)).toBeNull()
  })
})

const times = { sealedAt: null, handedAt: null, destroyedAt: null }
const sealed = { ...times, sealedAt: new Date() }
const handed = { ...sealed, handedAt: new Date() }
const gone = { ...handed, destroyedAt: new Date() }
const done = { reference: 'A', state: 'completed' }
const running = { reference: 'B', state: 'closing' }

describe('a bag', () => {
  it.each([
    ['seal', times, [done, running], 2, null],
    ['seal', times, [done, running], 1, 'count_differs'],
    ['seal', times, [], 0, 'bag_empty'],
    ['seal', sealed, [done], 1, 'bag_handed_over'],
    ['hand_over', times, [done], null, 'bag_not_sealed'],
    ['hand_over', sealed, [done, running], null, null],
    ['hand_over', handed, [done], null, 'bag_handed_over'],
    ['destroy', times, [done], null, 'bag_not_sealed'],
    ['destroy', sealed, [done], null, null],
    ['destroy', handed, [done, done], null, null],
    ['destroy', sealed, [done, running], null, 'bag_not_finished'],
    ['destroy', sealed, [done, { reference: 'C', state: 'withdrawn' }], null, 'bag_not_finished'],
    ['destroy', gone, [done], null, 'bag_destroyed'],
  ] as const)('%s', (act, bag, cards, counted, code) =>
    expect(judgeBag(act, bag, cards, counted)?.code ?? null).toBe(code),
  )

  it('has one state at a time', () =>
    expect([times, sealed, handed, gone].map(bagState)).toEqual([
      'open',
      'sealed',
      'handed_over',
      'destroyed',
    ]))
})

function waitsFor(item: { clearsOn?: string; waitsFor?: string }) {
  const { obligations, ...steps } = recordIn('open').steps
  if (!obligations) throw new Error('no obligations')
  const outcome = { items: { contract: { state: 'waiting', ...item } } }
  return recordIn('open', { steps: { ...steps, obligations: { ...obligations, outcome } } })
}

describe('the end of the day', () => {
  const day = '2026-03-10'
  it.each([
    [
      'a completed request with card and receipt',
      recordIn('completed', {
        card: bagged,
        steps: { receipt: { kind: 'receipt', at: ended, by: 'clerk', sequence: 9, outcome: {} } },
      }),
      [],
    ],
    ['no receipt handed over', recordIn('completed', { card: bagged }), ['receipt_missing']],
    ['a loose card', recordIn('closing', { card: loose }), ['card_loose']],
    ['a card owed', owed(bagged), ['card_owed']],
    [
      'a card of a request that moved on',
      recordIn('in_review', { store: 'far', card: bagged }),
      ['card_astray'],
    ],
    [
      'a customer still waiting',
      recordIn('in_review', { customerWaiting: true }),
      ['still_waiting'],
    ],
    ['not submitted', recordIn('open'), ['not_submitted']],
    ["waiting for an obligation's day", waitsFor({ clearsOn: '2026-04-01' }), []],
    ['waiting for its customer', waitsFor({ waitsFor: 'customer' }), []],
    ["after an obligation's day", waitsFor({ clearsOn: '2026-03-01' }), ['not_submitted']],
  ] as const)('%s', (_, record, expected) =>
    expect(findingsOf(record, 'demo', day)).toEqual(expected),
  )
})
