// What a sign-in answers is one of the desk's own words, whatever is typed and whatever fails:
// next-auth puts the message of an error into the address.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { authOptions } from '@/lib/auth/options'
import { database } from '@/lib/db/client'

type Authorize = (given: Record<string, string>, request: object) => Promise<unknown>
const authorizeOf = (place: number) =>
  (authOptions().providers[place] as unknown as { options: { authorize: Authorize } }).options
    .authorize
const [password, passkey] = [authorizeOf(0), authorizeOf(1)]
const from = { headers: { 'x-forwarded-for': '192.0.2.7' } }
const said = (work: Promise<unknown>) =>
  work.then(
    (answer) => answer,
    (error: Error) => error.message,
  )

afterEach(() => vi.restoreAllMocks())

describe('a sign-in', () => {
  it.each([
    ['an address with a NUL', { email: 'a\u0000b@example.test', password: 'long enough' }],
    ['a password with a NUL', { email: 'ab@example.test', password: 'long\u0000enough' }],
    ['a code with a NUL', { email: 'ab@example.test', password: 'long enough', code: '12\u0000' }],
  ])('with %s is told apart from a wrong one', async (_, given) =>
    expect(await said(password(given, from))).toBe('text_malformed'),
  )

  it('refuses a passkey whose id contains a NUL', async () =>
    expect(
      await said(passkey({ response: JSON.stringify({ id: 'a\u0000b', response: {} }) }, from)),
    ).toBeNull())

  it('never shows a database error', async () => {
    vi.spyOn(database(), '$queryRaw').mockRejectedValue(
      new Error('relation "account" does not exist, at 10.0.0.7'),
    )
    vi.spyOn(database().account, 'findUnique').mockRejectedValue(
      new Error('relation "account" does not exist, at 10.0.0.7'),
    )
    vi.spyOn(database().account, 'findFirst').mockRejectedValue(
      new Error('relation "account" does not exist, at 10.0.0.7'),
    )
    expect(await said(password({ email: 'ab@example.test', password: 'long enough' }, from))).toBe(
      'failed',
    )
  })
})
