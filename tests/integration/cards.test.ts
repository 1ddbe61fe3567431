// A card that is not the recorded one, or that another request has, is explained (P26).
import { describe, expect, it } from 'vitest'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { demoIccid } from '@/lib/ops/seed/demo-people'
import { smoothOutcome } from '@/lib/ops/seed/demo-walk'
import { amendRequest, makeMove, noteStep, openRequest } from '@/lib/writer'
import { inputOf } from '@/lib/cancellation/rules/particulars'
import { must, opened, someInput, staff, tuesday } from '../factories/requests'

const anyCard = (reference: string) => demoIccid({ reference, carrier: 'china-mobile' })

/** A request with this card recorded, whose holder was matched: the card may come back. */
async function matched(iccid: string) {
  const record = await opened({ card: { iccid } })
  const { reference } = record
  const note = { actor: await staff(), seen: { reference }, now: tuesday }
  const input = await smoothOutcome('identity_check', record, tuesday)
  must(await noteStep({ ...note, step: 'identity_check', input }))
  return reference
}

const giveBack = async (reference: string, iccid: string, words?: string) =>
  noteStep({
    actor: await staff(),
    seen: { reference },
    step: 'card_return',
    input: { state: 'returned', iccid, ...(words && { words }) },
    now: tuesday,
  })

const explainAt = (code: string) => ({
  ok: false,
  refusal: { code: 'invalid', errors: { words: code } },
})

describe('a card that comes back', () => {
  it('is asked about where it is not the recorded one, and noted with the reason', async () => {
    const recorded = anyCard('differs')
    const reference = await matched(recorded)
    const other = anyCard('another')
    expect(await giveBack(reference, other)).toMatchObject(explainAt('card_differs'))
    const record = must(await giveBack(reference, other, '换过卡'))
    expect(record.steps.card_return?.outcome).toEqual({
      state: 'returned',
      asked: ['card_differs'],
    })
    const one = await oneRequest(await staff(), reference, tuesday)
    expect(one?.personal?.notes?.card_return?.words).toBe('换过卡')
    // The recorded one needs no word, with or without its check digit.
    expect(must(await giveBack(reference, recorded)).steps.card_return?.outcome).toEqual({
      state: 'returned',
    })
    must(await giveBack(reference, recorded.slice(0, 19)))
  })

  it('is asked about where another request has it, live or ended', async () => {
    const card = anyCard('elsewhere')
    const first = await opened({ card: { iccid: card } })
    const reference = await matched(anyCard('mine'))
    expect(await giveBack(reference, card, '')).toMatchObject(explainAt('card_differs'))
    expect(must(await giveBack(reference, card, '核对过')).steps.card_return?.outcome).toEqual({
      state: 'returned',
      asked: ['card_differs', 'card_elsewhere'],
    })
    const seen = { reference: first.reference }
    const input = { reason: 'mistake' }
    must(await makeMove({ actor: await staff(), seen, move: 'withdraw', input, now: tuesday }))
    // It has come back on one request, so it cannot come back on a third without a word.
    const record = await opened()
    const identity = await smoothOutcome('identity_check', record, tuesday)
    const third = { reference: record.reference }
    const note = { actor: await staff(), seen: third, now: tuesday }
    must(await noteStep({ ...note, step: 'identity_check', input: identity }))
    expect(await giveBack(record.reference, card)).toMatchObject(explainAt('card_elsewhere'))
  })
})

describe('a card of another live request', () => {
  it('is asked about when a request is recorded, and no longer once that one has ended', async () => {
    const card = { iccid: anyCard('live') }
    const first = await opened({ card })
    const open = async (more: object = {}) =>
      openRequest({ actor: await staff(), input: someInput({ card, ...more }), now: tuesday })
    expect(await open()).toMatchObject({
      refusal: { errors: { 'explained.card_elsewhere': 'explanation_needed' } },
    })
    const second = must(await open({ explained: { card_elsewhere: '对方录错' } }))
    expect(second.explained).toEqual(['card_elsewhere'])
    const withdraw = { move: 'withdraw' as const, input: { reason: 'mistake' }, now: tuesday }
    for (const { reference } of [first, second])
      must(await makeMove({ actor: await staff(), seen: { reference }, ...withdraw }))
    expect(must(await open()).explained).toBeUndefined()
  })

  it('does not ask about its own request when that is amended', async () => {
    const { reference, version } = await opened({ card: { iccid: anyCard('own') } })
    const one = await oneRequest(await staff(), reference, tuesday)
    if (!one?.personal || !one.identifiers) throw new Error('not to be read')
    const input = inputOf(one.record, one.personal, one.identifiers)
    const seen = { reference, version }
    expect(
      must(await amendRequest({ actor: await staff(), seen, input, now: tuesday })).explained,
    ).toBeUndefined()
  })
})
