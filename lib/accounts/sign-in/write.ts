import { log } from '@/lib/log'
import { addressOf } from '@/lib/tries/address'
import type { Counted } from '@/lib/tries/limits'
import { countTry, forgiveTry } from '@/lib/tries/write'
import { foldEmail } from '../email'
import { factorsOf } from '../factors/queries'
import { takeSecondFactor } from '../factors/write'
import { accountBySignIn } from '../queries'
import { beginSession, type From } from '../sessions/write'

export type SignedInBy = { id: string; sessionId: string }
type Headers = { get(name: string): string | null }
type Typed = { email: string; password: string; code?: string | undefined }

/** Whether this sign-in did not come to its end, and why: too many tries, or the code of the second factor is asked for. */
export type Unfinished = 'too_many' | 'second_factor' | 'code_wrong' | 'passkey_needed'

/** Where a sign-in comes from. */
export const fromOf = (headers: Headers): From => ({ browser: headers.get('user-agent') ?? '', address: headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? '' })

/** Signs in by e-mail and password, and by a code where the account has a second factor; null when any of the first two is wrong. */
export async function signInByPassword({ email, password, code }: Typed, headers: Headers, now: Date): Promise<SignedInBy | Unfinished | null> {
  const tries: Counted[] = [['sign_in_address', addressOf(headers)], ['sign_in_account', foldEmail(email)]]
  if (await countTry(tries)) return refused('too_many', null)
  const id = await accountBySignIn(email, password)
  if (!id) return refused(null, null)
  const { totp, passkeys } = await factorsOf(id)
  const hasFactor = totp || passkeys.length > 0
  if (hasFactor && !code) {
    await forgiveTry(tries)
    return totp ? 'second_factor' : 'passkey_needed'
  }
  if (hasFactor && !(await proved(id, code ?? '', now))) return refused('code_wrong', id)
  await forgiveTry(tries)
  log.info({ event: 'sign_in', account: id, how: hasFactor ? 'code' : 'password' }, 'signed in')
  return { id, sessionId: await beginSession(id, hasFactor ? 'code' : 'password', hasFactor, fromOf(headers), now) }
}

/** Says in the log that a sign-in was refused, by the account where it is known: never what was typed. */
function refused<T extends Unfinished | null>(why: T, account: string | null): T {
  log.warn({ event: 'sign_in_refused', why: why ?? 'wrong', account }, 'a sign-in was refused')
  return why
}

/** A wrong code counts against the account by itself: whoever has the password must not have all the codes there are. */
async function proved(id: string, code: string, now: Date): Promise<boolean> {
  const tries: Counted[] = [['second_factor', id]]
  if (await countTry(tries)) return false
  const right = await takeSecondFactor(id, code, now)
  if (right) await forgiveTry(tries)
  return right
}
