import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { copySchema, sideOf } from '@/lib/cancellation/rules/data-copy'
import type { Identifiers, Personal } from '@/lib/cancellation/rules/particulars'
import { copyJsonSchema } from '@/lib/data-copies/schema'
import { recordIn } from './situations'

describe('the copy of a person’s data as JSON', () => {
  it('is described by the published schema', () => {
    // Written anew by `UPDATE_SCHEMA=1`.
    const file = 'docs/data-copy.schema.json'
    const made = `${JSON.stringify(copyJsonSchema(), null, 2)}\n`
    if (process.env.UPDATE_SCHEMA) writeFileSync(file, made)
    expect(readFileSync(file, 'utf8')).toBe(made)
  })
})

describe('whose document a typed number is', () => {
  const holder = '110000199001011234'
  const agent = 'E12345678'
  const withAgent = recordIn('open', {
    relation: 'agent',
    documentType: 'resident_id',
    applicantDocument: { type: 'passport', country: 'CN' },
  })
  const identifiers: Identifiers = {
    number: '+8613800138000',
    holderDocument: holder,
    applicantDocument: agent,
  }
  const personal = { holderName: '柳', holderDocumentMasked: '****1234' } as Personal
  const of = (typed: string, change: object = {}) =>
    sideOf(typed, { record: withAgent, identifiers, personal, ...change })

  it.each([
    [holder, 'holder'],
    [' 110000 19900101-1234 ', 'holder'],
    [agent.toLowerCase(), 'applicant'],
    ['110000199001011235', null],
    ['1234', null],
    ['', null],
  ])('%o: %o', (typed, side) => expect(of(typed)).toBe(side))

  it('is nobody’s where the holder is an organisation or has died', () => {
    const company = { ...withAgent, documentType: 'business_licence' }
    expect(of(holder, { record: company })).toBeNull()
    const dead = { ...withAgent, relation: 'heir' }
    expect(of(holder, { record: dead })).toBeNull()
    expect(of(agent, { record: dead })).toBe('applicant')
  })

  it('is told by its last four characters once the numbers are masked', () => {
    expect(of(holder, { identifiers: null })).toBe('holder')
    expect(of('110000199001019999', { identifiers: null })).toBeNull()
    expect(of(agent, { identifiers: null })).toBeNull()
    expect(of(holder, { identifiers: null, personal: null })).toBeNull()
  })
})

describe('what is confirmed before a copy is given', () => {
  const whole = { document: '1', reason: 'customer_asked', identityMatched: true }
  it.each([
    ['all of it', {}, true],
    ['no document', { document: ' ' }, false],
    ['a reason of the desk’s own', { reason: 'review' }, false],
    ['nobody matched', { identityMatched: false }, false],
  ])('%s', (_, change, taken) =>
    expect(copySchema.safeParse({ ...whole, ...change }).success).toBe(taken),
  )
})
