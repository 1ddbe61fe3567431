import fc from 'fast-check'
import { refusedAnswer } from '@/lib/accounts/grants/rules'
import { describe, expect, it } from 'vitest'
import { effectiveRoles } from '@/lib/accounts/effective-roles'
import { readRecoveryCode, newRecoveryCodes } from '@/lib/accounts/factors/recovery'
import { totpStep } from '@/lib/accounts/factors/totp'
import { passwordFault } from '@/lib/accounts/password-rules'
import { browserName } from '@/lib/accounts/sessions/browser-name'
import { usable } from '@/lib/accounts/sessions/rules'

const own = { email: 'li.lei@desk.example', name: '李雷' }

describe('passwords (NIST SP 800-63B-4)', () => {
  it.each([
    ['correct horse battery', false, null],
    ['一句自己记得住而别人不知道的长长的话', false, null],
    ['fourteen chars', false, 'password_short'],
    ['fourteen chars', true, null],
    ['seven77', true, 'password_short_beside_factor'],
    ['password', true, 'password_common'],
    ['Password1234567', false, 'password_common'],
    ['aaaaaaaaaaaaaaaaaaaa', false, 'password_common'],
    ['qwertyuiqwertyui', false, 'password_common'],
    ['li.lei@desk.example', false, 'password_personal'],
    ['cancellation desk 1', false, 'password_personal'],
    ['x'.repeat(300), false, 'password_too_long'],
  ])('%s beside a factor %s: %s', (password, hasFactor, fault) =>
    expect(passwordFault(password, own, hasFactor)).toBe(fault),
  )

  it('counts characters as people do, and takes a character typed in two ways for one', () => {
    expect(passwordFault(`${'😀'.repeat(3)}abcdefghijkl`, own, false)).toBeNull()
    expect(passwordFault(`${'😀'.repeat(3)}abcdefghijk`, own, false)).toBe('password_short')
  })

  it('asks for no kinds of characters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{24}$/), (password) =>
        [null, 'password_common'].includes(passwordFault(password, own, false)),
      ),
    )
  })
})

describe('one-time codes (RFC 6238, appendix B)', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [2_000_000_000, '279037', 66_666_666],
  ])('at second %i the code is %s', (second, code, step) =>
    expect(totpStep(secret, code, new Date(second * 1000))).toBe(step),
  )
  it('takes the step before and the one after, and no other', () => {
    const found = [30, 59, 60, 90, 120, 150].map((second) =>
      totpStep(secret, '287082', new Date(second * 1000)),
    )
    expect(found).toEqual([1, 1, 1, null, null, null])
  })
  it.each(['', '28708', '2870822', 'abcdef', '000000'])('refuses %j', (typed) =>
    expect(totpStep(secret, typed, new Date(59_000))).toBeNull(),
  )
})

it('recovery codes are ten, unlike, and read however they are typed', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes)
    expect(readRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
  expect(readRecoveryCode('287082')).toBeNull()
})

describe('roles', () => {
  const staff = { role: 'staff' as const, storeId: 's', storeCode: 's' }
  const reviewer = { role: 'reviewer' as const, storeId: 's', storeCode: 's' }
  it.each([
    [{ passwordTemporary: false, strong: false, rolesWithFactor: [] }, ['staff', 'reviewer'], null],
    [
      { passwordTemporary: false, strong: false, rolesWithFactor: ['reviewer' as const] },
      ['staff'],
      'factor',
    ],
    [
      { passwordTemporary: false, strong: true, rolesWithFactor: ['reviewer' as const] },
      ['staff', 'reviewer'],
      null,
    ],
    [{ passwordTemporary: true, strong: true, rolesWithFactor: [] }, [], 'password'],
  ])('under %j %j count', (standing, counting, suspendedReason) => {
    const found = effectiveRoles([staff, reviewer], { awaitsWord: false, ...standing })
    expect(found.memberships.map(({ role }) => role)).toEqual(counting)
    expect(found.suspendedReason).toBe(suspendedReason)
  })

  it('that are guarded are suspended after a reset until a second administrator confirms', () => {
    const standing = { passwordTemporary: false, strong: true, rolesWithFactor: [] }
    const found = effectiveRoles([staff, reviewer], { ...standing, awaitsWord: true })
    expect([found.memberships, found.suspendedReason]).toEqual([[staff], 'word'])
  })
})

describe('a request for access', () => {
  const grant = { askedBy: 'asker', accountId: 'gains', decided: false }
  it.each([
    ['another', false, null],
    ['asker', false, 'own_request'],
    ['gains', false, 'own_account'],
    ['another', true, 'decided_already'],
  ])('answered by %s, decided: %s, is refused as %s', (by, decided, code) => {
    expect(refusedAnswer(by, { ...grant, decided })).toBe(code)
  })
})

it('a sign-in counts for a shift, while somebody is there and the screen is open', () => {
  const at = (minutes: number) => new Date(minutes * 60_000)
  const session = { startedAt: at(0), seenAt: at(100), lockedAt: null }
  expect(usable(session, 15, at(119))).toBe(true)
  expect(usable(session, 15, at(120))).toBe(false)
  expect(usable({ ...session, lockedAt: at(101) }, 15, at(102))).toBe(false)
  expect(usable({ ...session, seenAt: at(719) }, 15, at(719))).toBe(true)
  expect(usable({ ...session, seenAt: at(720) }, 15, at(720))).toBe(false)
})

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) ' +
      'Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge · Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 ' +
      'Mobile Safari/604.1',
    'Safari · iPhone',
  ],
  ['curl/8.0', null],
])('%s is called %s', (said, name) => expect(browserName(said)).toBe(name))
