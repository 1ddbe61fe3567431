import { describe, expect, it } from 'vitest'
import { withKeptNumbers } from '@/lib/cancellation/rules/amendment'
import type { OpenInput } from '@/lib/cancellation/rules/schemas'

const before = {
  cardType: 'sim',
  card: { iccid: '89860070310112094320' },
  applicant: { relation: 'self' },
  holder: { name: 'A', document: { type: 'passport', number: 'E1234567', country: 'CN' } },
} as unknown as OpenInput

describe('an amendment', () => {
  it('keeps the numbers that it leaves empty', () => {
    expect(
      withKeptNumbers(
        { cardType: 'sim', holder: { name: 'B', document: { type: 'passport', country: 'CN' } } },
        before,
      ),
    ).toEqual({
      cardType: 'sim',
      card: { iccid: '89860070310112094320' },
      holder: { name: 'B', document: { type: 'passport', number: 'E1234567', country: 'CN' } },
    })
  })

  it('takes a new number, and none for a document of another type or another card', () => {
    expect(
      withKeptNumbers(
        { cardType: 'esim', holder: { document: { type: 'passport', number: 'E7' } } },
        before,
      ),
    ).toMatchObject({ holder: { document: { number: 'E7' } } })
    const other = withKeptNumbers(
      { cardType: 'esim', holder: { document: { type: 'taiwan_permit' } } },
      before,
    )
    expect(other).toEqual({ cardType: 'esim', holder: { document: { type: 'taiwan_permit' } } })
  })
})
