import 'server-only'
import { accountOfLocked } from '@/lib/accounts/sessions/queries'
import { guardMark } from './action'
import { sessionOfBrowser } from './viewer'

type Own = { id: string; email: string; sessionId: string }

/**
 * Guards what a browser does with its own session, including locked ones: null for an expired one.
 */
export function ownSession<A extends unknown[], T>(
  work: (own: Own, ...asked: A) => Promise<T>,
): (...asked: A) => Promise<T | null> {
  const action = async (...asked: A) => {
    const sessionId = await sessionOfBrowser()
    const account = sessionId ? await accountOfLocked(sessionId, new Date()) : null
    return sessionId && account ? work({ ...account, sessionId }, ...asked) : null
  }
  return Object.assign(action, { [guardMark]: 'own_session' })
}
