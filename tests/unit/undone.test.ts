import { describe, expect, it } from 'vitest'
import type { OpenInput } from '@/lib/cancellation/rules/schemas'
import {
  contactChanged,
  contactsOfTheDead,
  pathChanged,
  undoneBy,
} from '@/lib/cancellation/rules/undone-steps'
import { recordIn } from './situations'

const before = {
  store: 'demo',
  cardType: 'sim',
  channel: 'in_store',
  carrier: 'china-mobile',
  region: 'CN-SH',
  phoneNumber: '+8613800138000',
  card: {},
  applicant: { relation: 'self' },
  holder: { name: 'A', document: { type: 'passport', number: 'E1234567' } },
  contact: { phone: '+8613800138001' },
  reason: 'other',
  consent: true,
  keepNumber: false,
} as OpenInput
const agent = { relation: 'agent', name: 'B' } as OpenInput['applicant']
const record = recordIn('open')
const undone = (change: Partial<OpenInput>) => {
  const ids = undoneBy(before, { ...before, ...change }, record)
  return ids.map((id) => record.steps[id]?.kind).sort()
}
const all = Object.values(record.steps)
  .map(({ kind }) => kind)
  .sort()
const ofNumber = [
  'application_form',
  'balance',
  'carrier_submission',
  'identity_check',
  'obligations',
]
const ofPeople = ['application_form', 'carrier_submission', 'identity_check', 'materials']

describe('what an amendment undoes', () => {
  it.each([
    ['nothing that changed', {}, []],
    ['another reason', { reason: 'cost' }, []],
    ['another contact', { contact: { email: 'a@b.test' } }, []],
    ['another number', { phoneNumber: '+8613800138002' }, ofNumber],
    ['another holder', { holder: { ...before.holder, name: 'B' } }, ofPeople],
    ['another applicant', { applicant: agent }, ofPeople],
    [
      'another number and applicant',
      { phoneNumber: '+8613800138002', applicant: agent },
      [...new Set([...ofNumber, ...ofPeople])].sort(),
    ],
    ['another card type', { cardType: 'esim' }, all],
    ['another channel', { channel: 'online' }, all],
    ['another carrier', { carrier: 'china-unicom' }, all],
    ['another region', { region: 'CN-BJ' }, all],
  ] as [string, Partial<OpenInput>, string[]][])('%s', (_, change, kinds) => {
    expect(undone(change)).toEqual(kinds)
  })

  it('the guide is chosen anew for another path alone', () => {
    expect(pathChanged(before, { ...before, region: 'CN-BJ' })).toBe(true)
    expect(pathChanged(before, { ...before, reason: 'cost' })).toBe(false)
  })

  it('the contact must be confirmed again when it changed, and only then', () => {
    const same = { ...before, contact: { ...before.contact }, reason: 'cost' } as const
    expect(contactChanged(before, same)).toBe(false)
    expect(contactChanged(before, { ...before, contact: { email: 'a@b.test' } })).toBe(true)
  })
})

describe('an heir who takes a request over (P29)', () => {
  const heir = { relation: 'heir', name: 'B' } as OpenInput['applicant']
  const contact = { phone: '+8613800138001', email: 'a@example.test' }
  const own = { ...before, contact }

  it('has the balance noted anew, since the route may be none for an heir', () => {
    expect(undone({ applicant: heir })).toEqual([...ofPeople, 'balance'].sort())
  })

  it.each([
    ['both left as they were', contact, ['contact.phone', 'contact.email']],
    ['another phone', { ...contact, phone: '+8613800138002' }, ['contact.email']],
    ['neither', { printedSlipOnly: true }, []],
  ])('gives other contacts: %s', (_, given, wrong) => {
    const after = { ...own, applicant: heir, contact: given }
    expect(Object.keys(contactsOfTheDead(own, after))).toEqual(wrong)
    expect(contactsOfTheDead(own, { ...after, applicant: agent })).toEqual({})
    expect(contactsOfTheDead({ ...own, applicant: agent }, after)).toEqual({})
  })
})
