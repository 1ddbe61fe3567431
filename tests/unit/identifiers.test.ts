import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDocumentNumber } from '@/lib/identifiers/document'
import { checkEid } from '@/lib/identifiers/eid'
import { carrierSuggestedBy, checkIccid } from '@/lib/identifiers/iccid'
import { checkImei } from '@/lib/identifiers/imei'
import { maskCard, maskDocument, maskName, maskPhone } from '@/lib/identifiers/mask'
import { checkPhone, checkSubscriberNumber, readAloud } from '@/lib/identifiers/phone'
import { groupReference, makeReference, readReference } from '@/lib/identifiers/reference'
import { checkResidentId } from '@/lib/identifiers/resident-id'
import vectors from './identifiers.json'

const today = '2026-03-10'

describe('vectors', () => {
  it.each(vectors.eid.valid)('EID %s', (value) => expect(checkEid(value).ok).toBe(true))
  it.each(vectors.eid.invalid)('not an EID %s', (value) => expect(checkEid(value).ok).toBe(false))
  it.each(vectors.iccid.valid)('ICCID %s', (value) => expect(checkIccid(value)).toMatchObject({ ok: true, warnings: [] }))
  it.each(vectors.iccid.warned)('odd ICCID %s', (value) => expect(checkIccid(value)).toMatchObject({ ok: true, warnings: ['iccid_check_digit'] }))
  it.each(vectors.iccid.invalid)('not an ICCID %s', (value) => expect(checkIccid(value).ok).toBe(false))
  it.each(vectors.imei.valid)('IMEI %s', (value) => expect(checkImei(value).ok).toBe(true))
  it.each(vectors.imei.invalid)('not an IMEI %s', (value) => expect(checkImei(value).ok).toBe(false))
  it.each(vectors.residentId.valid)('resident %s', (value) => expect(checkResidentId(value, today).ok).toBe(true))
  it.each(vectors.residentId.invalid)('not a resident %s', (value) => expect(checkResidentId(value, today).ok).toBe(false))
})

describe('documents (I5)', () => {
  it.each([
    ['passport', 'E12345678', true], ['passport', 'E12', false],
    ['hk_macau_permit', 'H12345678', true], ['hk_macau_permit', 'M1234567890', true], ['hk_macau_permit', 'H123456789', false], ['hk_macau_permit', 'X12345678', false],
    ['taiwan_permit', '12345678', true], ['taiwan_permit', '1234567', false],
    ['foreign_permanent_resident', 'USA110000000001', true], ['foreign_permanent_resident', '911840199001010018', true], ['foreign_permanent_resident', '911840199001010019', false],
    ['business_licence', '91310000MA1FL0000X', true], ['business_licence', '9131', false],
  ] as const)('%s %s', (type, number, ok) => expect(checkDocumentNumber(type, number, today).ok).toBe(ok))

  it('refuses a birth date of today or later, and takes a small x', () => {
    expect(checkResidentId('11010519491231002x', today)).toMatchObject({ ok: true, value: '11010519491231002X' })
    expect(checkResidentId('11010519491231002X', '1949-12-31')).toMatchObject({ ok: false, fault: 'resident_id_date' })
  })
})

describe('phones (I6)', () => {
  it.each([
    ['138 0013 8000', '+8613800138000', []],
    ['+86 13800138000', '+8613800138000', []],
    ['１３８００１３８０００', '+8613800138000', []],
    ['12000138000', '+8612000138000', ['phone_unknown_prefix']],
    ['021-55500100', '+862155500100', ['phone_not_mobile']],
  ])('%s', (typed, value, warnings) => expect(checkSubscriberNumber(typed)).toEqual({ ok: true, value, warnings }))

  it('refuses what is no number, and numbers of elsewhere as the one to cancel', () => {
    expect(checkSubscriberNumber('1380013')).toMatchObject({ ok: false })
    expect(checkSubscriberNumber('+14155550123')).toEqual({ ok: false, fault: 'phone_not_mainland' })
    expect(checkPhone('+14155552671').ok).toBe(true)
  })

  it('groups as it is read aloud', () => expect(readAloud('+8613800138000')).toBe('138 0013 8000'))
})

describe('masks (I7)', () => {
  it('shows no more than the rule', () => {
    expect(maskPhone('+8613800138000')).toBe('138****8000')
    expect(maskDocument('11010519491231002X', 'staff')).toBe('****002X')
    expect(maskDocument('11010519491231002X', 'customer')).toBe('****X')
    expect(maskCard('89860070310112094320')).toBe('****4320')
    expect(['张三', '欧阳娜娜', 'SMITH JOHN'].map(maskName)).toEqual(['张*', '欧阳*', 'SMITH *'])
  })

  it('suggests the carrier of an ICCID, never more', () => {
    expect(['898600', '898601', '898603', '898615', '891234'].map(carrierSuggestedBy)).toEqual(['china-mobile', 'china-unicom', 'china-telecom', 'china-broadnet', null])
  })
})

describe('references', () => {
  const reference = fc.uint8Array({ minLength: 64, maxLength: 64 }).map(makeReference)

  it('are read back however they are typed', () => {
    fc.assert(fc.property(reference, (value) => {
      expect(readReference(groupReference(value).toLowerCase())).toBe(value)
      expect(readReference(` ${value} `)).toBe(value)
    }))
  })

  it('tell every wrong character and every swap of two', () => {
    fc.assert(fc.property(reference, fc.nat(11), fc.nat(11), fc.constantFrom(...'23456789ABCDEFGHJKLMNPQRSTVWXYZ'), (value, one, other, character) => {
      const characters = [...value]
      const wrong = characters.with(one, character).join('')
      if (wrong !== value) expect(readReference(wrong)).toBeNull()
      const swapped = characters.with(one, characters[other] ?? '').with(other, characters[one] ?? '').join('')
      if (swapped !== value) expect(readReference(swapped)).toBeNull()
    }))
  })
})
