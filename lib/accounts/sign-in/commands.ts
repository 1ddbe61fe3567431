import { log } from '@/lib/log'
import { addressOf } from '@/lib/tries/address'
import type { Counted } from '@/lib/tries/limits'
import { countTry, forgiveTry } from '@/lib/tries/commands'
import { foldEmail } from '../email'
import { factorsOf } from '../factors/queries'
import { takeSecondFactor } from '../factors/commands'
import { accountBySignIn } from '../queries'
import { beginSession, type From } from '../sessions/commands'

export type SignedInBy = { id: string; sessionId: string }
type Headers = { get(name: string): string | null }
/**
 * Where a sign-in is tried; `device`: the name of a device that knows this account, by its cookie.
 */
export type TriedOn = { headers: Headers; device: string | null }
type Typed = { email: string; password: string; code?: string | undefined }

/**
 * Whether this sign-in did not come to its end, and why: too many tries, or the code of the second
 * factor is asked for.
 */
export type Unfinished = 'too_many' | 'second_factor' | 'code_wrong' | 'passkey_needed'

/** Where a sign-in comes from. */
export const fromOf = (headers: Headers): From => ({
  browser: headers.get('user-agent') ?? '',
  address: headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? '',
})

/**
 * By what tries are counted: a device that the account was signed in on before by itself, so that
 * whoever guesses elsewhere does not shut its owner out; any other by address, by both, and then by
 * the account, which bounds guesses from many addresses.
 */
function triesOf(account: string, { headers, device }: TriedOn): Counted[] {
  if (device) return [['sign_in_device', `${account}|${device}`]]
  const address = addressOf(headers)
  return [
    ['sign_in_address', address],
    ['sign_in_from', `${account}|${address}`],
    ['sign_in_account', account],
  ]
}

/**
 * Signs in by e-mail and password, and by a code where the account has a second factor; null when
 * any of the first two is wrong.
 */
export async function signInByPassword(
  { email, password, code }: Typed,
  on: TriedOn,
  now: Date,
): Promise<SignedInBy | Unfinished | null> {
  const tries = triesOf(foldEmail(email), on)
  if (await countTry(tries)) return refused('too_many', null)
  const id = await accountBySignIn(email, password)
  if (!id) return refused(null, null)
  const { totp, passkeys } = await factorsOf(id)
  const hasFactor = totp || passkeys.length > 0
  if (hasFactor && !code) {
    await forgiveTry(tries)
    return totp ? 'second_factor' : 'passkey_needed'
  }
  const second = hasFactor ? await proved(id, code ?? '', on, now) : 'right'
  if (second !== 'right') return refused(second, id)
  await forgiveTry(tries)
  log.info({ event: 'sign_in', account: id, how: hasFactor ? 'code' : 'password' }, 'signed in')
  return {
    id,
    sessionId: await beginSession(
      id,
      hasFactor ? 'code' : 'password',
      hasFactor,
      fromOf(on.headers),
      now,
    ),
  }
}

/**
 * Says in the log that a sign-in was refused, by the account where it is known: never what was
 * typed.
 */
function refused<T extends Unfinished | null>(why: T, account: string | null): T {
  log.warn({ event: 'sign_in_refused', why: why ?? 'wrong', account }, 'a sign-in was refused')
  return why
}

/**
 * A wrong code counts by itself: whoever has the password must not have all the codes there are,
 * nor keep its owner from typing theirs on a known device.
 */
async function proved(
  id: string,
  code: string,
  { headers, device }: TriedOn,
  now: Date,
): Promise<'right' | 'code_wrong' | 'too_many'> {
  const tries: Counted[] = [
    ['second_factor_from', `${id}|${device ?? addressOf(headers)}`],
    ...(device ? [] : [['second_factor', id] as const]),
  ]
  if (await countTry(tries)) return 'too_many'
  if (!(await takeSecondFactor(id, code, now))) return 'code_wrong'
  await forgiveTry(tries)
  return 'right'
}
