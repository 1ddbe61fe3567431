// Limits seen by their victims: an attacker spends each one as hard as they can, and whoever they
// are aimed at still gets done what they came for (issue 26, items 2, 6 and 13).
import { beforeEach, describe, expect, it } from 'vitest'
import { enableTotp } from '@/lib/accounts/factors/commands'
import { totpCode } from '@/lib/accounts/factors/totp'
import { verifyPassword } from '@/lib/accounts/own/commands'
import { beginSession } from '@/lib/accounts/sessions/commands'
import { signInByPassword } from '@/lib/accounts/sign-in/commands'
import { createAccount } from '@/lib/accounts/commands'
import { slipSecrets } from '@/lib/cancellation/crypto/slip-secrets'
import { lookUpStatus, openSlipLink } from '@/lib/cancellation/queries/look-up'
import { database } from '@/lib/db/client'
import { makeReference } from '@/lib/domain/identifiers/reference'
import { maxPhoneGuesses, rateLimits } from '@/lib/rate-limits/limits'
import { countAttempt } from '@/lib/rate-limits/commands'
import { opened } from '../factories/requests'

const now = new Date()
const from = (address: string) => ({
  get: (name: string) => (name === 'x-forwarded-for' ? address : null),
})
const attacker = from('198.51.100.66')
const manyAddresses = (turn: number) => from(`198.51.${turn >> 8}.${turn & 255}`)
const victim = from('203.0.113.7')
const password = 'a password of a clerk'

beforeEach(async () => void (await database().$executeRaw`delete from attempt`))

let serial = 0
/** A request with its slip's secrets; the contact's phone ends in 4321. */
async function made() {
  serial += 1
  const phoneNumber = `1370055${String(1000 + serial)}`
  const contact = { phone: '+8613700774321' }
  const { id, reference, slip } = await opened({ phoneNumber, contact }, now)
  return { id, reference, ...(await slipSecrets(id, slip.serial)) }
}
const typed = async (reference: string, secret: string, headers = victim) => {
  const found = await lookUpStatus(reference, secret, headers, now)
  return found.answer === 'opens' ? found.access.by : found.answer
}

describe('a look-up', () => {
  it('is not held up by another address that guesses, however long it goes on', async () => {
    const { reference } = await made()
    for (let turn = 0; turn < 60; turn += 1) {
      const other = makeReference(Buffer.from(`guess ${turn}`.padEnd(32)))
      await typed(other, '0000', attacker)
      await typed(reference, '0000', attacker)
    }
    expect(await typed(reference, '0000', attacker)).toBe('tooMany')
    // Tries that the attacker's own limit refused count nowhere else.
    const rows = await database().attempt.findMany()
    const counted = rows.filter(({ key }) => key.startsWith('status_reference'))
    for (const { points } of counted)
      expect(points).toBeLessThanOrEqual(rateLimits.phone_from.points)
    expect(await typed(reference, '4321')).toBe('phone')
  })

  it('by the slip’s code works while the last four digits are being guessed from everywhere', async () => {
    const { reference, code, link } = await made()
    for (let turn = 0; turn < 40; turn += 1) await typed(reference, '0000', manyAddresses(turn))
    expect(await typed(reference, '4321')).toBe('tooMany')
    expect(await typed(reference, code)).toBe('slip')
    expect(await openSlipLink(reference, link, now)).toMatchObject({ by: 'slip' })
  })

  it('by the slip’s link works while its code is being guessed from everywhere', async () => {
    const { reference, link } = await made()
    for (let turn = 0; turn < 250; turn += 1) await typed(reference, 'ZZZZZZ', manyAddresses(turn))
    expect(await openSlipLink(reference, link, now)).toMatchObject({ by: 'slip' })
  })

  it('does not count links that fit nothing: 128 bits cannot be guessed', async () => {
    const { reference, code } = await made()
    for (let turn = 0; turn < 50; turn += 1) {
      expect(await openSlipLink(reference, 'x'.repeat(22), now)).toBeNull()
    }
    expect(await database().attempt.count()).toBe(0)
    expect(await typed(reference, code)).toBe('slip')
  })

  it('does not accept the slip’s code padded to the length of a link', async () => {
    const { reference, code } = await made()
    for (const key of [code, code + '-'.repeat(16), `${code}${' '.repeat(30)}`]) {
      expect(await openSlipLink(reference, key, now), key).toBeNull()
    }
  })
})

describe('the last four digits', () => {
  it(`are accepted ${maxPhoneGuesses} times in a request's life, then only code or link`, async () => {
    const { reference, code, link } = await made()
    const other = await made()
    let looked = 0
    for (let month = 0; month < 12; month += 1) {
      for (let turn = 0; turn < 9; turn += 1) {
        const answer = await typed(reference, String(1000 + turn), manyAddresses(month * 9 + turn))
        if (answer === 'nothing') looked += 1
      }
      await database().$executeRaw`delete from attempt`
    }
    expect(looked).toBe(maxPhoneGuesses)
    expect(await typed(reference, '4321')).toBe('codeOnly')
    expect(await typed(reference, code)).toBe('slip')
    expect(await openSlipLink(reference, link, now)).toMatchObject({ by: 'slip' })
    expect(await typed(other.reference, '4321')).toBe('phone')
  })

  it('are counted when wrong, whatever the account, and not when right', async () => {
    const { reference } = await made()
    for (let turn = 0; turn < maxPhoneGuesses + 10; turn += 1) {
      expect(await typed(reference, '4321')).toBe('phone')
    }
  })
})

describe('a clerk', () => {
  const clerk = async (name: string) => {
    const email = `${name}@limits.test`
    const account = await createAccount({ email, name, password, role: 'staff', storeCode: 'demo' })
    if (!account.ok) throw new Error(account.refusal.code)
    return { id: account.value.id, email }
  }
  const signIn = (email: string, typedPassword: string, headers = victim, device?: string) =>
    signInByPassword({ email, password: typedPassword }, { headers, device: device ?? null }, now)

  it('can sign in while another address guesses at their account', async () => {
    const { email } = await clerk('one-address')
    for (let turn = 0; turn < 60; turn += 1) await signIn(email, 'wrong', attacker)
    expect(await signIn(email, 'wrong', attacker)).toBe('too_many')
    expect(await signIn(email, password)).toMatchObject({ sessionId: expect.any(String) })
  })

  it('can sign in on a known device while the account is being guessed from everywhere', async () => {
    const { email } = await clerk('everywhere')
    const tries = rateLimits.sign_in_account.points + 20
    for (let turn = 0; turn < tries; turn += 1) await signIn(email, 'wrong', manyAddresses(turn))
    expect(await signIn(email, password)).toBe('too_many')
    const known = await signIn(email, password, victim, 'their own device')
    expect(known).toMatchObject({ sessionId: expect.any(String) })
  }, 120_000)

  it('can sign in on a known device while another at the same address guesses', async () => {
    const { email } = await clerk('same-address')
    for (let turn = 0; turn < 60; turn += 1) await signIn(`x${turn}@limits.test`, 'wrong', victim)
    expect(await signIn(email, password)).toBe('too_many')
    const known = await signIn(email, password, victim, 'their own device')
    expect(known).toMatchObject({ sessionId: expect.any(String) })
  })

  it('is limited on a known device too', async () => {
    const { email } = await clerk('stolen-device')
    let looked = 0
    for (let turn = 0; turn < 20; turn += 1) {
      const answer = await signIn(email, 'wrong', manyAddresses(turn), 'a stolen device')
      if (answer !== 'too_many') looked += 1
    }
    expect(looked).toBe(rateLimits.sign_in_device.points)
  })

  it('is refused after too many attempts at the code, but can enter it on a known device', async () => {
    const { id, email } = await clerk('second-factor')
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
    const sessionId = await beginSession(id, 'password', false, { browser: '', address: '' }, now)
    const owner = { id, email, name: 'x', sessionId }
    expect((await enableTotp(owner, secret, totpCode(secret, now), now)).ok).toBe(true)
    const typedCode = (code: string, on = victim, device: string | null = null) =>
      signInByPassword({ email, password, code }, { headers: on, device }, now)
    for (let turn = 0; turn < rateLimits.second_factor.points; turn += 1) {
      await typedCode('000000', manyAddresses(turn))
    }
    expect(await typedCode('000000')).toBe('too_many')
    expect(await typedCode('000000', victim, 'their own device')).toBe('code_wrong')
  })

  it('can unlock their screen while their account is being guessed', async () => {
    const { id, email } = await clerk('locked')
    const where = { browser: '', address: '' }
    const session = await beginSession(id, 'password', false, where, now)
    const other = await beginSession(id, 'password', false, where, now)
    const tries = rateLimits.sign_in_account.points + 20
    for (let turn = 0; turn < tries; turn += 1) await signIn(email, 'wrong', manyAddresses(turn))
    for (let turn = 0; turn < 20; turn += 1) {
      await verifyPassword({ id, sessionId: other }, 'wrong')
    }
    expect(await verifyPassword({ id, sessionId: other }, password)).toBe('too_many')
    expect(await verifyPassword({ id, sessionId: session }, password)).toBe('right')
  }, 120_000)
})

describe('every limit', () => {
  // By what each is counted: nobody but whoever is counted is held up by it.
  const countedBy: Record<keyof typeof rateLimits, string> = {
    status_address: 'address',
    phone_from: 'request and address',
    status_reference: 'request: the slip goes on',
    code_from: 'request and address',
    code_reference: 'request: the link goes on',
    one_time_code_from: 'request and address',
    one_time_code: 'request: the slip goes on',
    contact_code: 'account of the desk',
    number_check: 'account of the desk: recording goes on',
    number_check_day: 'account of the desk: recording goes on',
    displace: 'account of the desk',
    take_over: 'account of the desk, or key of the API',
    data_copy: 'account of the desk',
    code_sent: 'request: the slip goes on',
    code_sent_to: 'contact and purpose: the slip goes on, and so does the counter',
    customer_form: 'request and how it was opened',
    receipt_pdf: 'request, with the slip or a code',
    verify_address: 'address',
    question_address: 'address',
    api_address: 'address, without a key',
    api_live_number: 'key of the API',
    sign_in_address: 'address, on unknown devices',
    sign_in_from: 'account and address, on unknown devices',
    sign_in_account: 'account, on unknown devices',
    sign_in_device: 'account and device',
    password_session: 'session',
    owner_code: 'request for access, by administrators',
    link_made_by: 'account of the desk',
    link_made_for: 'account, by administrators: an operator goes on',
    link_address: 'address',
    passkey_address: 'address',
    second_factor_from: 'account and address or device, with the password',
    second_factor: 'account, with the password, on unknown devices',
  }

  it('is keyed by somebody: none is shared by all', () => {
    for (const [name, by] of Object.entries(countedBy)) expect(by, name).not.toBe('all')
    expect(Object.keys(countedBy).sort()).toEqual(Object.keys(rateLimits).sort())
  })

  // Whose tries the limits by address, account or device count, and who must not feel them.
  const apart: [keyof typeof rateLimits, string, string][] = [
    ['status_address', '198.51.100.66', '203.0.113.7'],
    ['phone_from', 'REF|198.51.100.66', 'REF|203.0.113.7'],
    ['code_from', 'REF|198.51.100.66', 'REF|203.0.113.7'],
    ['one_time_code_from', 'REF|198.51.100.66', 'REF|203.0.113.7'],
    ['contact_code', 'one clerk|REF', 'another clerk|REF'],
    ['number_check', 'one clerk', 'another clerk'],
    ['displace', 'one clerk', 'another clerk'],
    ['data_copy', 'one clerk', 'another clerk'],
    ['take_over', 'one clerk', 'another clerk'],
    ['code_sent', 'REF', 'desk|REF'],
    ['code_sent_to', 'open|one contact', 'confirm|one contact'],
    ['customer_form', 'REF|phone', 'REF|slip'],
    ['receipt_pdf', 'REF', 'another REF'],
    ['verify_address', '198.51.100.66', '203.0.113.7'],
    ['question_address', '198.51.100.66', '203.0.113.7'],
    ['api_address', '198.51.100.66', '203.0.113.7'],
    ['api_live_number', 'one key', 'another key'],
    ['passkey_address', '198.51.100.66', '203.0.113.7'],
    ['sign_in_device', 'account|stolen', 'account|own'],
    ['owner_code', 'one request for access', 'another'],
    ['password_session', 'one session', 'another session'],
  ]
  it.each(apart)('%s, spent by %s, leaves %s alone', async (limit, attacks, suffers) => {
    const tries = rateLimits[limit].points + 3
    for (let turn = 0; turn < tries; turn += 1) await countAttempt([[limit, attacks]])
    expect(await countAttempt([[limit, attacks]])).toBeGreaterThan(0)
    expect(await countAttempt([[limit, suffers]])).toBe(0)
  })

  it.each(['one_time_code', 'code_sent', 'status_reference', 'code_reference'] as const)(
    '%s, spent on a request, leaves the slip’s link open',
    async (limit) => {
      const { reference, code, link } = await made()
      const tries = rateLimits[limit].points + 3
      for (let turn = 0; turn < tries; turn += 1) await countAttempt([[limit, reference]])
      expect(await countAttempt([[limit, reference]])).toBeGreaterThan(0)
      expect(await openSlipLink(reference, link, now)).toMatchObject({ by: 'slip' })
      if (limit !== 'code_reference') expect(await typed(reference, code)).toBe('slip')
    },
  )

  it('is checked in order; those after a refusal are not counted', async () => {
    const limits = (address: string) =>
      [
        ['verify_address', address],
        ['status_reference', 'in order'],
      ] as const
    for (let turn = 0; turn < rateLimits.verify_address.points; turn += 1) {
      await countAttempt([['verify_address', 'spent']])
    }
    for (let turn = 0; turn < 50; turn += 1) {
      expect(await countAttempt(limits('spent'))).toBeGreaterThan(0)
    }
    expect(await countAttempt(limits('fresh'))).toBe(0)
  })
})
