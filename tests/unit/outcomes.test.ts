import { describe, expect, it } from 'vitest'
import { outcomeSchemas, partsOf } from '@/lib/cancellation/outcomes'

describe('what an event says of a step', () => {
  it('holds no words of a material in its plain facts: they could never be erased', () => {
    const noted = outcomeSchemas.materials.parse({
      items: {
        card: { state: 'waived', words: '卡丢了' },
        payment_proof: { state: 'present', words: 'bill of May' },
        identity_document: { state: 'present' },
      },
    })
    const { facts, personal } = partsOf(noted)
    expect(facts).toEqual({
      items: {
        card: { state: 'waived' },
        payment_proof: { state: 'present' },
        identity_document: { state: 'present' },
      },
    })
    expect(personal).toEqual({ items: { card: '卡丢了', payment_proof: 'bill of May' } })
  })
})

describe('a balance', () => {
  it.each([
    ['12.8', 1280],
    ['12.80', 1280],
    ['12.08', 1208],
    ['12', 1200],
    ['0.05', 5],
    ['0', 0],
    ['9999999.99', 999_999_999],
  ])('of %s yuan is %i fen', (amount, amountFen) => {
    const noted = outcomeSchemas.balance.parse({ amount, route: 'cash' })
    expect(noted).toMatchObject({ amountFen })
  })
})
