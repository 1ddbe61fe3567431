import { log } from '@/lib/log'
import { addressOf } from '@/lib/rate-limits/address'
import type { Counted } from '@/lib/rate-limits/limits'
import { countAttempt, refundAttempt } from '@/lib/rate-limits/commands'
import { foldEmail } from '../email'
import { factorsOf } from '../factors/queries'
import { takeSecondFactor } from '../factors/commands'
import { accountBySignIn } from '../queries'
import { beginSession, type From } from '../sessions/commands'

export type SignedInBy = { id: string; sessionId: string }
type Headers = { get(name: string): string | null }
/**
 * The origin of a sign-in attempt; `device`: the name of a device known for this account, from its
 * cookie.
 */
export type TriedOn = { headers: Headers; device: string | null }
type Typed = { email: string; password: string; code?: string | undefined }

/** Why a sign-in did not complete: too many attempts, or a second factor is required. */
export type Unfinished = 'too_many' | 'second_factor' | 'code_wrong' | 'passkey_needed'

/** The origin of a sign-in. */
export const fromOf = (headers: Headers): From => ({
  browser: headers.get('user-agent') ?? '',
  address: headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? '',
})

/**
 * The counters of an attempt. A known device counts separately, so that guessing elsewhere does not
 * lock the owner out; otherwise by address, by both, and then by account, which bounds guessing
 * from many addresses.
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
 * Signs in by e-mail and password, plus a code where the account has a second factor; null when
 * e-mail or password is wrong.
 */
export async function signInByPassword(
  { email, password, code }: Typed,
  on: TriedOn,
  now: Date,
): Promise<SignedInBy | Unfinished | null> {
  const tries = triesOf(foldEmail(email), on)
  if (await countAttempt(tries)) return refused('too_many', null)
  const id = await accountBySignIn(email, password)
  if (!id) return refused(null, null)
  const { totp, passkeys } = await factorsOf(id)
  const hasFactor = totp || passkeys.length > 0
  if (hasFactor && !code) {
    await refundAttempt(tries)
    return totp ? 'second_factor' : 'passkey_needed'
  }
  const second = hasFactor ? await takeCode(id, code ?? '', on, now) : 'right'
  if (second !== 'right') return refused(second, id)
  await refundAttempt(tries)
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

/** Logs a refused sign-in, with the account where it is known, never with the input. */
function refused<T extends Unfinished | null>(why: T, account: string | null): T {
  log.warn({ event: 'sign_in_refused', why: why ?? 'wrong', account }, 'a sign-in was refused')
  return why
}

/**
 * Takes a code of the account's second factor.
 * Wrong codes are counted separately: whoever has the password must neither be able to try all
 * codes, nor block the owner on a known device.
 */
export async function takeCode(
  id: string,
  code: string,
  { headers, device }: TriedOn,
  now: Date,
): Promise<'right' | 'code_wrong' | 'too_many'> {
  const tries: Counted[] = [
    ['second_factor_from', `${id}|${device ?? addressOf(headers)}`],
    ...(device ? [] : [['second_factor', id] as const]),
  ]
  if (await countAttempt(tries)) return 'too_many'
  if (!(await takeSecondFactor(id, code, now))) return 'code_wrong'
  await refundAttempt(tries)
  return 'right'
}
