import 'server-only'
import { accountAtWork } from '@/lib/accounts/sessions/queries'
import { type Actor, accountActor } from '@/lib/cancellation/rules/actor'
import { type Permission, may } from '@/lib/domain/permissions'
import type { Viewer } from './viewer'

type Worker = Extract<Actor, { kind: 'account' }>

/**
 * Who goes on with work on many requests, to be asked before each of them: the viewer with the
 * roles that count by then; null, and for good, once the sign-in is over or the right is gone.
 */
export function atWork(
  { sessionId }: Viewer,
  permission: Permission,
): () => Promise<Worker | null> {
  let over = false
  return async () => {
    const account = over ? null : await accountAtWork(sessionId, new Date())
    over = !account || !may(account.memberships, permission)
    return account && !over ? accountActor(account) : null
  }
}
