import { describe, expect, it } from 'vitest'
import { reasonsFor, refundRoutes, refundRoutesFor, relations } from '@/lib/domain/coded-values'
import { openSchema } from '@/lib/cancellation/rules/schemas'
import { partsOfInput } from '@/lib/cancellation/rules/particulars'
import { errorsOf } from '@/lib/forms/errors-of'
import { residentId } from '@/lib/ops/seed/demo-people'

const today = '2026-03-10'
const asked = (change: object = {}) => ({
  store: 'demo',
  cardType: 'sim',
  channel: 'in_store',
  carrier: 'china-mobile',
  region: 'CN-SH',
  phoneNumber: '13800138000',
  holder: { name: '柳测试', document: { type: 'resident_id', number: residentId(1) } },
  contact: { phone: '+8613900139001' },
  reason: 'no_longer_needed',
  consent: true,
  keepNumber: false,
  ...change,
})
const faultsOf = (change: object) => {
  const parsed = openSchema(today).safeParse(asked(change))
  return parsed.success ? {} : errorsOf(parsed.error)
}
const actingAs = (relation: string, authority: object) => ({
  applicant: {
    relation,
    name: '经办人',
    document: { type: 'resident_id', number: residentId(2) },
    authority,
  },
})

describe('the proof of the right to act (P3)', () => {
  const day = '2026-03-01'
  it.each([
    ['guardian', { kind: 'guardianship', proof: 'household_register' }, {}],
    ['guardian', { kind: 'guardianship', proof: 'birth_certificate', issuedOn: day }, {}],
    ['guardian', { kind: 'guardianship', issuedOn: day }, {}],
    ['heir', { kind: 'kinship', proof: 'household_register' }, {}],
    ['heir', { kind: 'kinship', proof: 'household_register', issuedOn: day }, {}],
    ['agent', { kind: 'written_mandate', issuedOn: day }, {}],
    ['agent', { kind: 'written_mandate' }, { issuedOn: 'required' }],
    ['guardian', { kind: 'guardianship', proof: 'court_paper' }, { issuedOn: 'required' }],
    [
      'heir',
      { kind: 'kinship', proof: 'court_paper', issuedOn: day },
      { proof: 'authority_does_not_fit' },
    ],
    [
      'agent',
      { kind: 'written_mandate', proof: 'household_register' },
      { proof: 'authority_does_not_fit' },
    ],
    ['agent', { kind: 'written_mandate', issuedOn: '2026-03-11' }, { issuedOn: 'date_in_future' }],
    ['agent', { kind: 'kinship', issuedOn: day }, { kind: 'authority_does_not_fit' }],
  ])('%s with %j: %j', (relation, authority, faults) => {
    const expected = Object.fromEntries(
      Object.entries(faults).map(([field, code]) => [`applicant.authority.${field}`, code]),
    )
    expect(faultsOf(actingAs(relation, authority))).toEqual(expected)
  })

  it('is kept with the paper that proves it, and without a day where it has none', () => {
    const proof = { kind: 'guardianship', proof: 'household_register' }
    const input = openSchema(today).parse(asked(actingAs('guardian', proof)))
    expect(partsOfInput(input, 'v1').particulars.authority).toEqual({ ...proof, issuedOn: null })
  })
})

describe('death as a reason (P29)', () => {
  const heir = actingAs('heir', { kind: 'kinship', proof: 'household_register' })

  it.each([
    ['death', heir, {}],
    ['legal', heir, {}],
    ['legal', {}, {}],
    ['death', {}, { reason: 'death_needs_heir' }],
  ])('%s', (reason, people, faults) => expect(faultsOf({ ...people, reason })).toEqual(faults))

  it('is the first that an heir is offered, and none that anybody else is', () => {
    expect(reasonsFor('heir')[0]).toBe('death')
    for (const relation of relations)
      if (relation !== 'heir') expect(reasonsFor(relation)).not.toContain('death')
  })

  it('leaves an heir every route of a refund but the way in which the dead paid', () => {
    expect(refundRoutes.filter((one) => !refundRoutesFor('heir').includes(one))).toEqual([
      'original_payment',
    ])
    expect(refundRoutesFor('self')).toEqual(refundRoutes)
    expect(refundRoutesFor('heir', ['cash', 'original_payment'])).toEqual(['cash'])
  })
})

describe('a birth date that is not known (P25)', () => {
  const passport = { type: 'passport', number: 'E12345678', country: 'CN' }
  const kind = { kind: 'guardianship', proof: 'household_register' }
  const guardian = (document: object) => ({
    applicant: { relation: 'guardian', name: '监护人', document, authority: kind },
  })

  it.each([
    ['a number without one', passport, { 'applicant.document.birthDate': 'birth_date_needed' }],
    ['one that is entered', { ...passport, birthDate: '1985-05-05' }, {}],
    ['no number yet', { type: 'resident_id' }, { 'applicant.document.number': 'required' }],
    ['nothing yet', {}, { 'applicant.document.type': 'required' }],
  ])('%s', (_, document, faults) => expect(faultsOf(guardian(document))).toMatchObject(faults))

  it('is asked of the ward too, and of nobody who comes alone', () => {
    const holder = { name: '柳测试', document: passport }
    expect(faultsOf({ holder })).toEqual({})
    const adult = guardian({ ...passport, birthDate: '1985-05-05' })
    expect(faultsOf({ ...adult, holder })).toEqual({
      'holder.document.birthDate': 'birth_date_needed',
    })
  })
})
