import 'server-only'
import type { LinkRefusal } from '@/lib/accounts/links/commands'
import { isDatabaseUnavailable } from '@/lib/db/database-unavailable'
import { isStorable } from '@/lib/forms/storable-text'
import { log } from '@/lib/log'

/**
 * Codes that the sign-in page can localize; next-auth puts any error's message into its response
 * and the URL.
 */
type SignInCode = LinkRefusal | 'text_malformed' | 'busy' | 'failed'

/** Aborts a sign-in with a code that the page can localize. */
export class SignInEnded extends Error {
  constructor(code: SignInCode) {
    super(code)
  }
}

/**
 * Runs a part of a sign-in; unexpected errors are logged and replaced by a code, so that their
 * message does not leak.
 */
export async function withSignInErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SignInEnded) throw error
    log.error({ err: error }, 'a sign-in failed')
    throw new SignInEnded(isDatabaseUnavailable(error) ? 'busy' : 'failed')
  }
}

/**
 * Rejects NUL characters: PostgreSQL cannot store them, and no e-mail address or password contains
 * one.
 */
export function refuseMalformed(typed: Record<string, string | undefined>) {
  if (!Object.values(typed).every((text) => isStorable(text ?? '')))
    throw new SignInEnded('text_malformed')
}
