import { expect, it } from 'vitest'
import { type SpokenMove, roundsIn } from '@/lib/cancellation/rules/rounds'

let minute = 0
const move = (type: string, personal: SpokenMove['personal'] = null): SpokenMove => {
  minute += 1
  return { type, at: new Date(Date.UTC(2026, 0, 5, 8, minute)).toISOString(), personal }
}
const ask = (step: string, words: string) => move('ask', { items: [{ step, words }] })
const supply = (step: string, words: string) => move('supply', { answers: [{ step, words }] })
const photo = (step: string, round: number) => ({
  ...{ id: `${step}-${round}`, step, material: null, pages: 1, at: '', byCustomer: true, round },
})

it('puts each answer beside what was asked in the same round', () => {
  const moves = [ask('identity', 'which year?'), supply('identity', '1980'), ask('card', 'where?')]
  expect(roundsIn(moves, [])).toMatchObject([
    {
      answeredAt: moves[1]?.at,
      items: [{ step: 'identity', asked: 'which year?', answer: '1980' }],
    },
    { answeredAt: null, items: [{ step: 'card', asked: 'where?', answer: null }] },
  ])
})

it('gives no later question an earlier answer, also after it was taken back', () => {
  const moves = [
    ask('identity', 'first'),
    supply('identity', 'to the first'),
    ask('identity', 'second'),
    move('take_back'),
    move('supply', { answers: [{ step: 'identity', words: 'to none' }] }),
  ]
  const [first, second] = roundsIn(moves, [])
  expect(first?.items[0]?.answer).toBe('to the first')
  expect(second).toMatchObject({ answeredAt: null, items: [{ asked: 'second', answer: null }] })
})

it('counts the photos of that round, whatever sent the request back before', () => {
  const moves = [
    move('carrier_refuse'),
    ask('photos', 'again'),
    move('supply'),
    ask('photos', 'more'),
  ]
  const photos = [photo('photos', 0), photo('photos', 2), photo('photos', 2), photo('card', 2)]
  expect(roundsIn(moves, photos).map(({ items }) => items[0]?.photos)).toEqual([2, 0])
})

it('shows nothing of words that can no longer be opened', () => {
  expect(roundsIn([move('ask'), move('supply')], [])).toMatchObject([{ items: [] }])
})

it('shows a question, with its photos, at the matching step of a newer guide', () => {
  const carry = { ...move('change_guide'), carried: { photos: 'pictures', card: null } }
  const moves = [ask('photos', 'again'), carry, supply('pictures', 'here')]
  const item = { step: 'pictures', asked: 'again', answer: 'here', photos: 1 }
  expect(roundsIn(moves, [photo('pictures', 1)])[0]?.items).toEqual([item])
  const late = [ask('photos', 'again'), supply('photos', 'here'), carry]
  expect(roundsIn(late, [photo('pictures', 1)])[0]?.items).toEqual([item])
})
