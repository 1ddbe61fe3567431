import { describe, expect, it } from 'vitest'
import { refundTermsAt } from '@/lib/cancellation/rules/refund-terms'
import { checkBankAccount } from '@/lib/domain/identifiers/bank-account'
import type { WorkingCalendar } from '@/lib/calendar/working-days'

const plain: WorkingCalendar = { exceptions: new Map(), publishedYears: new Set([2026]) }
type Rule = Parameters<typeof refundTermsAt>[2]
const at = (rule: Rule, state: 'pending' | 'paid' | 'failed' | 'waived' | 'none' = 'pending') =>
  refundTermsAt('2026-11-30', { state }, rule, plain)

describe('when a refund comes, and until when it is claimed (P20)', () => {
  it.each([
    [
      'the 7th of the next month',
      { arrives: { by: 'next_month', day: 7 }, claimMonths: null },
      { arrivesBy: '2026-12-07' },
    ],
    [
      'three months, to the last day of a shorter one',
      { arrives: null, claimMonths: 3 },
      { claimUntil: '2027-02-28' },
    ],
    [
      'working days',
      { arrives: { by: 'working_days', days: 5 }, claimMonths: null },
      { arrivesBy: '2026-12-07' },
    ],
    [
      'an estimate across a year without a calendar',
      { arrives: { by: 'working_days', days: 30 }, claimMonths: null },
      { arrivesBy: '2027-01-11', estimated: true },
    ],
    ['nothing that the carrier says', { arrives: null, claimMonths: null }, null],
    ['no rule at all', null, null],
  ] as [string, Rule, object | null][])('%s', (_, rule, terms) => expect(at(rule)).toEqual(terms))

  it('is told only while something is owed', () => {
    const rule: Rule = { arrives: null, claimMonths: 3 }
    expect(at(rule, 'failed')).toEqual({ claimUntil: '2027-02-28' })
    for (const state of ['paid', 'waived', 'none'] as const) expect(at(rule, state)).toBeNull()
    expect(refundTermsAt('2026-11-30', null, rule, plain)).toBeNull()
  })
})

describe('the number of a bank account (P20)', () => {
  it.each([
    ['12345678', '12345678', []],
    ['6222 0202-0011 2233 446', '6222020200112233446', []],
    ['6222020200112233440', '6222020200112233440', ['bank_account_check_digit']],
    ['４５３９ 1488 0343 6467', '4539148803436467', []],
    ['1'.repeat(30), '1'.repeat(30), []],
  ])('%s', (typed, value, warnings) =>
    expect(checkBankAccount(typed)).toEqual({ ok: true, value, warnings }),
  )

  it.each(['1234567', '1'.repeat(31), '1234567X', ''])('not %s', (typed) =>
    expect(checkBankAccount(typed)).toEqual({ ok: false, fault: 'bank_account_malformed' }),
  )
})
