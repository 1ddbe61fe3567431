import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardKey, questionsOfCard, sameCard } from '@/lib/cancellation/rules/cards'
import { withLuhnDigit } from '@/lib/domain/identifiers/luhn'

const card = fc
  .string({ unit: fc.constantFrom(...'0123456789'), minLength: 17, maxLength: 17 })
  .map((rest) => `89${rest}`)

describe('a card that comes back (P26)', () => {
  const [one, other] = ['89860070310112094320', '89860070310112094338']
  it.each([
    [one, one, false, []],
    [one, other, false, ['card_differs']],
    [one, null, false, []],
    [one, null, true, ['card_elsewhere']],
    [one, other, true, ['card_differs', 'card_elsewhere']],
    [one.slice(0, 19), one, false, []],
    [one, one.slice(0, 19), false, []],
    [one.slice(0, 19), other, false, ['card_differs']],
  ])('%s for %s, elsewhere %s: %j', (returned, recorded, elsewhere, asked) =>
    expect(questionsOfCard(returned, recorded, elsewhere)).toEqual(asked),
  )

  it('is the same with and without its check digit, and no other one is', () => {
    fc.assert(
      fc.property(card, card, (first, second) => {
        const whole = withLuhnDigit(first)
        expect(sameCard(first, whole) && sameCard(whole, first)).toBe(true)
        expect(sameCard(whole, withLuhnDigit(second))).toBe(first === second)
        expect(cardKey(whole)).toBe(first)
      }),
    )
  })
})
