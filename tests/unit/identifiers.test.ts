import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compact } from '@/lib/domain/identifiers/check'
import {
  type DocumentType,
  checkDocumentNumber,
  documentTypes,
  isSameDocument,
  personalDocuments,
} from '@/lib/domain/identifiers/document'
import { checkCreditCode, creditCheckCharacter } from '@/lib/domain/identifiers/credit-code'
import { checkEid } from '@/lib/domain/identifiers/eid'
import { carrierSuggestedBy, checkIccid } from '@/lib/domain/identifiers/iccid'
import { checkImei } from '@/lib/domain/identifiers/imei'
import { luhnHolds } from '@/lib/domain/identifiers/luhn'
import { maskCard, maskDocument, maskName, maskPhone } from '@/lib/domain/identifiers/mask'
import {
  checkContactNumber,
  checkPhone,
  checkSubscriberNumber,
  readAloud,
} from '@/lib/domain/identifiers/phone'
import {
  checkReference,
  groupReference,
  makeReference,
  makeSlipCode,
  readReference,
} from '@/lib/domain/identifiers/reference'
import { checkResidentId } from '@/lib/domain/identifiers/resident-id'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { firstIdAt, momentOfId } from '@/lib/domain/identifiers/uuid-moments'
import vectors from './identifiers.json'

const today = '2026-03-10'

describe('vectors', () => {
  it.each(vectors.eid.valid)('EID %s', (value) => expect(checkEid(value).ok).toBe(true))
  it.each(vectors.eid.invalid)('not an EID %s', (value) => expect(checkEid(value).ok).toBe(false))
  it.each(vectors.iccid.valid)('ICCID %s', (value) =>
    expect(checkIccid(value)).toMatchObject({ ok: true, warnings: [] }),
  )
  it.each(vectors.iccid.warned)('odd ICCID %s', (value) =>
    expect(checkIccid(value)).toMatchObject({ ok: true, warnings: ['iccid_check_digit'] }),
  )
  it.each(vectors.iccid.invalid)('not an ICCID %s', (value) =>
    expect(checkIccid(value).ok).toBe(false),
  )
  it.each(vectors.imei.valid)('IMEI %s', (value) => expect(checkImei(value).ok).toBe(true))
  it.each(vectors.imei.invalid)('not an IMEI %s', (value) =>
    expect(checkImei(value).ok).toBe(false),
  )
  it.each(vectors.residentId.valid)('resident %s', (value) =>
    expect(checkResidentId(value, today).ok).toBe(true),
  )
  it.each(vectors.residentId.invalid)('not a resident %s', (value) =>
    expect(checkResidentId(value, today).ok).toBe(false),
  )
})

describe('documents (I5)', () => {
  it.each([
    ['passport', 'E12345678', true],
    ['passport', 'E12', false],
    ['hk_macau_permit', 'H12345678', true],
    ['hk_macau_permit', 'M1234567890', true],
    ['hk_macau_permit', 'H123456789', false],
    ['hk_macau_permit', 'X12345678', false],
    ['taiwan_permit', '12345678', true],
    ['taiwan_permit', '1234567', false],
    ['foreign_permanent_resident', 'USA110000000001', true],
    ['foreign_permanent_resident', '911840199001010018', true],
    ['foreign_permanent_resident', '911840199001010019', false],
    ['business_licence', '91310000MA1FL0000N', true],
    ['business_licence', '91310000MA1FL0000X', false],
    ['business_licence', '9131', false],
  ] as const)('%s %s', (type, number, ok) =>
    expect(checkDocumentNumber(type, number, today).ok).toBe(ok),
  )

  it('refuses a birth date of today or later, and takes a small x', () => {
    expect(checkResidentId('11010519491231002x', today)).toMatchObject({
      ok: true,
      value: '11010519491231002X',
    })
    expect(checkResidentId('11010519491231002X', '1949-12-31')).toMatchObject({
      ok: false,
      fault: 'resident_id_date',
    })
  })
})

describe('phones (I6)', () => {
  it.each([
    ['138 0013 8000', '+8613800138000', []],
    ['+86 13800138000', '+8613800138000', []],
    ['１３８００１３８０００', '+8613800138000', []],
    ['12000138000', '+8612000138000', ['phone_unknown_prefix']],
    ['10000138000', '+8610000138000', ['phone_unknown_prefix']],
  ])('%s', (typed, value, warnings) =>
    expect(checkSubscriberNumber(typed)).toEqual({ ok: true, value, warnings }),
  )

  it('refuses what is no number, and numbers of elsewhere as the one to cancel', () => {
    expect(checkSubscriberNumber('1380013')).toMatchObject({ ok: false })
    expect(checkSubscriberNumber('+14155550123')).toEqual({
      ok: false,
      fault: 'phone_not_mainland',
    })
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
    expect(['898600', '898601', '898603', '898615', '891234'].map(carrierSuggestedBy)).toEqual([
      'china-mobile',
      'china-unicom',
      'china-telecom',
      'china-broadnet',
      null,
    ])
  })
})

describe('references', () => {
  const reference = fc.uint8Array({ minLength: 64, maxLength: 64 }).map(makeReference)

  it('are read back however they are typed', () => {
    fc.assert(
      fc.property(reference, (value) => {
        expect(readReference(groupReference(value).toLowerCase())).toBe(value)
        expect(readReference(` ${value} `)).toBe(value)
      }),
    )
  })

  it('tell every wrong character and every swap of two', () => {
    fc.assert(
      fc.property(
        reference,
        fc.nat(11),
        fc.nat(11),
        fc.constantFrom(...'23456789ABCDEFGHJKLMNPQRSTVWXYZ'),
        (value, one, other, character) => {
          const characters = [...value]
          const wrong = characters.with(one, character).join('')
          if (wrong !== value) expect(readReference(wrong)).toBeNull()
          const swapped = characters
            .with(one, characters[other] ?? '')
            .with(other, characters[one] ?? '')
            .join('')
          if (swapped !== value) expect(readReference(swapped)).toBeNull()
        },
      ),
    )
  })
})

describe('what is wrong with an identifier', () => {
  const faultOf = (checked: object) => ('fault' in checked ? checked.fault : null)

  it.each([
    ['8904903200000000000000000000000', 'eid_malformed'],
    ['890340115600100000000000000001210', 'eid_malformed'],
    ['8903401156001000000000000000012A', 'eid_malformed'],
    ['89034011560010000000000000000122', 'eid_check_failed'],
    ['8903-4011 5600 1000 0000 0000 0000 0121', null],
  ])('EID %s: %s', (typed, fault) => expect(faultOf(checkEid(typed))).toBe(fault))

  it.each([
    ['49015420323751', 'imei_malformed'],
    ['4901542032375180', 'imei_malformed'],
    ['49015420323751A', 'imei_malformed'],
    ['490154203237517', 'imei_check_failed'],
    ['49-015420-323751-8', null],
  ])('IMEI %s: %s', (typed, fault) => expect(faultOf(checkImei(typed))).toBe(fault))

  it.each([
    ['8986007031011209', 'iccid_malformed'],
    ['898600703101120943201', 'iccid_malformed'],
    ['7986007031011209432', 'iccid_malformed'],
    ['x8986007031011209432', 'iccid_malformed'],
    ['898600703101120943_', 'iccid_malformed'],
    ['8986011011023117098s', null],
  ])('ICCID %s: %s', (typed, fault) => expect(faultOf(checkIccid(typed))).toBe(fault))

  it.each([
    ['1101051949123100', 'resident_id_malformed'],
    ['11010519491231002XX', 'resident_id_malformed'],
    ['01010519491231002X', 'resident_id_malformed'],
    ['A11010519491231002X', 'resident_id_malformed'],
    ['11010519491231002Y', 'resident_id_malformed'],
    ['110105194912310021', 'resident_id_check_failed'],
    ['110105194913310020', 'resident_id_date'],
    ['110105184912310020', 'resident_id_date'],
    ['110105202603100010', 'resident_id_date'],
    ['110105202603110010', 'resident_id_date'],
    ['110105 19491231-002x', null],
  ])('resident %s: %s', (typed, fault) => {
    expect(faultOf(checkResidentId(typed, today))).toBe(fault)
  })

  it('takes a person born in 1850 or yesterday, by the check character alone', () => {
    for (const birth of ['18500101', '20260309']) {
      const fits = [...'0123456789X'].filter(
        (last) => checkResidentId(`110105${birth}001${last}`, today).ok,
      )
      expect(fits).toHaveLength(1)
    }
  })

  it('accepts spaces, hyphens and lower case', () => {
    expect(compact(' ab-12\t3 c ')).toBe('AB123C')
  })

  it.each([
    ['0', true],
    ['18', true],
    ['19', false],
    ['79927398713', true],
    ['79927398710', false],
    ['59', true],
    ['', false],
    ['18a', false],
    ['a18', false],
    [' 18', false],
    ['24 ', false],
  ])('Luhn %j: %s', (digits, holds) => expect(luhnHolds(digits)).toBe(holds))
})

describe('a document of each type', () => {
  it.each([
    ['passport', ['E1234', 'E1234567890123456'], ['E123', 'E12345678901234567', 'E12_45']],
    [
      'hk_macau_permit',
      ['H12345678', 'm12345678'],
      ['H1234567', 'H12345678901', 'H1234567A', 'HH12345678'],
    ],
    ['taiwan_permit', ['12345678'], ['123456789', 'A12345678', '1234567A']],
    [
      'foreign_permanent_resident',
      ['USA110000000001'],
      [
        'US110000000001',
        'USA11000000000',
        'USA1100000000011',
        'XUSA110000000001',
        'USA11000000000A',
      ],
    ],
    [
      'military_id',
      ['军字第2001988号', '士字第 0123456 号'],
      ['军字第号', '1988', '军字第1988_1号'],
    ],
    ['armed_police_id', ['武字第1234567号'], ['武字第12号', '武'.repeat(21)]],
    ['death_certificate', ['D123', 'D'.repeat(30)], ['D12', 'D'.repeat(31), 'D12_4']],
    ['resident_id', ['11010519491231002X'], ['E12345678']],
  ] as const)('%s', (type, right, wrong) => {
    for (const number of right) {
      expect(checkDocumentNumber(type, number, today)).toMatchObject({ ok: true, warnings: [] })
    }
    for (const number of wrong) {
      const fault = type === 'resident_id' ? 'resident_id_malformed' : 'document_malformed'
      expect(checkDocumentNumber(type, number, today)).toEqual({ ok: false, fault })
    }
  })

  it.each(['temporary_resident_id', 'household_register'] as const)(
    '%s has the number of a resident identity card',
    (type) => {
      expect(checkDocumentNumber(type, '11010519491231002x', today)).toMatchObject({
        ok: true,
        value: '11010519491231002X',
      })
      expect(checkDocumentNumber(type, 'E12345678', today)).toEqual({
        ok: false,
        fault: 'resident_id_malformed',
      })
    },
  )

  it("a permanent resident's number of 2023 is recognised by its first two digits", () => {
    const { length } = '911840199001010018'
    expect(checkDocumentNumber('foreign_permanent_resident', '9'.repeat(length), today)).toEqual({
      ok: false,
      fault: 'resident_id_date',
    })
    expect(checkDocumentNumber('foreign_permanent_resident', '9A', today)).toEqual({
      ok: false,
      fault: 'document_malformed',
    })
    expect(checkDocumentNumber('passport', '911840199', today).ok).toBe(true)
    expect(checkDocumentNumber('foreign_permanent_resident', 'AB9184', today)).toEqual({
      ok: false,
      fault: 'document_malformed',
    })
  })

  it('proves a living person, but for those of organisations and a death certificate', () => {
    expect(personalDocuments).toEqual([
      'resident_id',
      'temporary_resident_id',
      'household_register',
      'passport',
      'hk_macau_permit',
      'taiwan_permit',
      'foreign_permanent_resident',
      'military_id',
      'armed_police_id',
    ])
    expect(documentTypes).toHaveLength(12)
  })
})

describe('whether two documents name one person', () => {
  const resident = '110000199001011234'
  const of = (type: DocumentType, number: string, country: string | null = null) => ({
    type,
    number,
    country,
  })
  it.each([
    ['one number', of('resident_id', resident), of('resident_id', resident), true],
    ['the register’s', of('resident_id', resident), of('household_register', resident), true],
    ['another number', of('resident_id', resident), of('resident_id', '1'), false],
    ['of one country', of('passport', 'E1234567', 'CN'), of('passport', 'E1234567', 'CN'), true],
    ['of two', of('passport', 'E1234567', 'CN'), of('passport', 'E1234567', 'FR'), false],
    ['of two kinds', of('passport', '12345678', 'CN'), of('taiwan_permit', '12345678'), false],
  ])('%s: %o and %o', (_, one, other, same) => expect(isSameDocument(one, other)).toBe(same))
})

describe('unified social credit codes (GB 32100-2015)', () => {
  const body = fc
    .tuple(
      fc.string({ unit: fc.constantFrom(...'159AN'), minLength: 1, maxLength: 1 }),
      fc.string({ unit: fc.constantFrom(...'1239'), minLength: 1, maxLength: 1 }),
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 6 }),
      fc.string({
        unit: fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'),
        minLength: 9,
        maxLength: 9,
      }),
    )
    .map((parts) => parts.join(''))

  it.each([
    ['91350100M000100Y43', null],
    ['91110000600037341L', null],
    ['914403001922038216', null],
    ['91110108551385082q', null],
    ['9135 0100 M000 100Y-43', null],
    ['91350100M000100Y44', 'credit_code_check_failed'],
    ['91350100M000100Y4I', 'credit_code_malformed'],
    ['91350100M000100Y4', 'credit_code_malformed'],
    ['91350100M000100Y433', 'credit_code_malformed'],
    ['9135010AM000100Y43', 'credit_code_malformed'],
    ['310000000000001', 'credit_code_malformed'],
  ])('%s: %s', (typed, fault) => {
    for (const type of ['business_licence', 'institution_certificate'] as const) {
      const checked = checkDocumentNumber(type, typed, today)
      expect('fault' in checked ? checked.fault : null).toBe(fault)
    }
  })

  it('tell every wrong character and every swap of two neighbours', () => {
    fc.assert(
      fc.property(
        body,
        fc.nat(16),
        fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'),
        (first, place, character) => {
          const code = [...(first + creditCheckCharacter(first))]
          expect(checkCreditCode(code.join('')).ok).toBe(true)
          const wrong = code.with(place, character)
          const swapped = code.with(place, code[place + 1] ?? '').with(place + 1, code[place] ?? '')
          for (const other of [wrong, swapped])
            if (other.join('') !== code.join(''))
              expect(checkCreditCode(other.join('')).ok).toBe(false)
        },
      ),
    )
  })
})

describe('phones that are not what they should be', () => {
  it.each([
    ['', 'phone_malformed'],
    ['13', 'phone_not_mobile'],
    ['1380013800', 'phone_not_mobile'],
    ['138001380001', 'phone_not_mobile'],
    ['+86 138001380001', 'phone_not_mobile'],
    ['1064812345678', 'phone_not_mobile'],
    ['10086', 'phone_not_mobile'],
    ['4008001234', 'phone_not_mobile'],
    ['021-55500100', 'phone_landline'],
    ['010 6512 3456', 'phone_landline'],
    ['+86 21 5550 0100', 'phone_landline'],
    ['words', 'phone_malformed'],
    ['+14155552671', 'phone_not_mainland'],
    ['+85251234567', 'phone_not_mainland'],
    ['+852512', 'phone_malformed'],
  ])('%j: %s', (typed, fault) => {
    expect(checkSubscriberNumber(typed)).toEqual({ ok: false, fault })
  })

  it.each([
    ['13900139001', '+8613900139001', []],
    ['12000138000', '+8612000138000', ['phone_unknown_prefix']],
    ['+85251234567', '+85251234567', []],
    ['+14155552671', '+14155552671', []],
    ['+14155550123', '+14155550123', []],
  ])('a contact may be %s', (typed, value, warnings) =>
    expect(checkContactNumber(typed)).toEqual({ ok: true, value, warnings }),
  )

  it.each([
    ['021-55500100', 'phone_landline'],
    ['+44 20 7946 0958', 'phone_landline'],
    ['1390013900', 'phone_not_mobile'],
    ['139001390011', 'phone_not_mobile'],
    ['+1415555', 'phone_malformed'],
    ['+141555526711', 'phone_malformed'],
    ['nobody', 'phone_malformed'],
  ])('no contact is %s: %s', (typed, fault) =>
    expect(checkContactNumber(typed)).toEqual({ ok: false, fault }),
  )

  it('takes every eleven digits from 1 as a number of mainland China, and no other count', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 16 })
    fc.assert(
      fc.property(digits, (rest) => {
        for (const check of [checkSubscriberNumber, checkContactNumber])
          expect(check(`1${rest}`).ok).toBe(rest.length === 10)
      }),
    )
  })

  it('warns of implausible numbers of any country', () => {
    expect(checkPhone('12000138000')).toEqual({
      ok: true,
      value: '+8612000138000',
      warnings: ['phone_unknown_prefix'],
    })
    expect(checkPhone('+14155552671')).toEqual({ ok: true, value: '+14155552671', warnings: [] })
    expect(checkPhone('12')).toEqual({ ok: false, fault: 'phone_malformed' })
    expect(checkPhone('none')).toEqual({ ok: false, fault: 'phone_malformed' })
    expect(checkPhone('１３８００１３８０００')).toMatchObject({ value: '+8613800138000' })
  })

  it('reads other numbers aloud as their country does, and words as they are', () => {
    expect(readAloud('+862155500100')).toBe('+86 21 5550 0100')
    expect(readAloud('+14155552671')).toBe('+1 415 555 2671')
    expect(readAloud('words')).toBe('words')
    expect(readAloud('13800138000')).toBe('138 0013 8000')
    expect(readAloud('138001380001')).not.toBe('138 0013 80001')
  })
})

describe('masks of what is short or odd', () => {
  it.each([
    ['+8610086', '****0086'],
    ['+862155500100', '****0100'],
    ['+8613800138000', '138****8000'],
    ['+14155552671', '+14****2671'],
    ['13800138000', '138****8000'],
    ['1386+86', '****6+86'],
  ])('%s', (number, masked) => expect(maskPhone(number)).toBe(masked))

  it.each([
    ['', '*'],
    [' 张三 ', '张*'],
    ['欧阳', '欧*'],
    ['欧阳娜', '欧阳*'],
    ['张欧阳娜', '张*'],
    ['𠮷田', '𠮷*'],
    ['Mary  Ann Smith', 'Mary *'],
  ])('%j', (name, masked) => expect(maskName(name)).toBe(masked))
})

describe('the carrier that an ICCID suggests', () => {
  it.each([
    ['898600', 'china-mobile'],
    ['898602', 'china-mobile'],
    ['898604', 'china-mobile'],
    ['898607', 'china-mobile'],
    ['898601', 'china-unicom'],
    ['898606', 'china-unicom'],
    ['898609', 'china-unicom'],
    ['898603', 'china-telecom'],
    ['898611', 'china-telecom'],
    ['898615', 'china-broadnet'],
    ['8986 0331', 'china-telecom'],
    ['89860', null],
  ])('%s: %s', (iccid, carrier) => expect(carrierSuggestedBy(iccid)).toBe(carrier))
})

describe('references and slip codes', () => {
  const bytes = (...values: number[]) =>
    Uint8Array.from({ length: 32 }, (_, at) => values[at] ?? 247)

  it('are made of the alphabet, and pass over bytes past its last full round', () => {
    expect(makeSlipCode(bytes(0, 30, 31, 247, 248, 255, 8, 9))).toBe('2Z2ZAB')
    expect(makeReference(bytes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))).toMatch(/^23456789ABC.$/)
    const { length } = makeReference(bytes())
    expect([length, makeSlipCode(bytes()).length]).toEqual([12, 6])
  })

  it('are not made of too few bytes', () => {
    expect(() => makeSlipCode(Uint8Array.of(1, 2, 3, 4, 5))).toThrow('too few random bytes')
    expect(makeSlipCode(Uint8Array.of(1, 2, 3, 4, 5, 6))).toBe('345678')
    expect(() => makeReference(Uint8Array.of(250, 1))).toThrow(RangeError)
  })

  it('match a check character calculated by hand', () => {
    // The first place counts 2 and the last 12: 12 is E, and 2 times 30 leaves 29, which is Y.
    expect(makeReference(bytes(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))).toBe('22222222223E')
    expect(makeReference(bytes(30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))).toBe('Z2222222222Y')
  })

  it('are read with spaces, hyphens and full-width letters, and refused with anything else', () => {
    expect(readReference('2222-2222 223e')).toBe('22222222223E')
    expect(readReference('２２２２２２２２２２３Ｅ')).toBe('22222222223E')
    const notOfTheAlphabet = ['0222222222EE', '02222222223C', 'I2222222223C']
    const wrong = ['', '22222222223', '222222222233E', '22222222223EX', '22222222223F']
    for (const typed of [...notOfTheAlphabet, ...wrong]) {
      expect(readReference(typed)).toBeNull()
    }
    expect(checkReference('2222-2222-223e')).toEqual({
      ok: true,
      value: '22222222223E',
      warnings: [],
    })
    expect(checkReference('22222222223F')).toEqual({ ok: false, fault: 'reference_malformed' })
  })

  it('are printed in groups of four', () => {
    expect(groupReference('22222222223E')).toBe('2222-2222-223E')
    expect(groupReference('222222')).toBe('2222-22')
  })
})

describe('ids', () => {
  const id = '0197b1c0-0000-7000-8000-00000000000a'

  it.each([
    [id, true],
    [id.toUpperCase(), false],
    [`${id}0`, false],
    [`0${id}`, false],
    [id.replaceAll('-', ''), false],
    [id.replace('a', 'g'), false],
    ['', false],
    ['0197b1c0-0000-7000-800000000000000a', false],
    ['197b1c0-0000-7000-8000-00000000000a', false],
  ])('%j: %s', (text, is) => expect(isUuid(text)).toBe(is))

  it('tell the moment at which they were made, to the millisecond', () => {
    expect(firstIdAt(new Date(0))).toBe('00000000-0000-7000-8000-000000000000')
    const moment = new Date('2026-03-10T02:00:00.123Z')
    expect(momentOfId(firstIdAt(moment))).toEqual(moment)
    expect(firstIdAt(moment)).toBe('019cd578-f57b-7000-8000-000000000000')
  })
})
