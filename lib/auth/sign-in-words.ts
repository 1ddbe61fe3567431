import 'server-only'
import type { Unfinished } from '@/lib/accounts/sign-in/commands'
import { isDatabaseUnavailable } from '@/lib/db/database-unavailable'
import { canBeKept } from '@/lib/forms/kept-text'
import { log } from '@/lib/log'

/**
 * What the sign-in page has words for; next-auth puts the message of any error into its answer and
 * into the address.
 */
type SignInCode = Unfinished | 'text_malformed' | 'busy' | 'failed'

/** Ends a sign-in with a code that the page has words for. */
export class SignInEnded extends Error {
  constructor(code: SignInCode) {
    super(code)
  }
}

/**
 * Does a part of a sign-in; what fails unforeseen is logged, and answered with a code of ours
 * instead of its own message.
 */
export async function inSignInWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SignInEnded) throw error
    log.error({ err: error }, 'a sign-in failed')
    throw new SignInEnded(isDatabaseUnavailable(error) ? 'busy' : 'failed')
  }
}

/** Refuses what holds a NUL: PostgreSQL takes none, and nobody's address or password has one. */
export function refuseMalformed(typed: Record<string, string | undefined>) {
  if (!Object.values(typed).every((text) => canBeKept(text ?? '')))
    throw new SignInEnded('text_malformed')
}
