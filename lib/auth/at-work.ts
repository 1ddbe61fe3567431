import 'server-only'
import { accountAtWork } from '@/lib/accounts/sessions/queries'
import { type Actor, accountActor } from '@/lib/cancellation/rules/actor'
import { type Permission, may } from '@/lib/domain/permissions'
import type { Viewer } from './viewer'

type Worker = Extract<Actor, { kind: 'account' }>

/**
 * Authorization for a long bulk action, to be checked before each request: the viewer with their
 * current roles; null, permanently, once the session has ended or the permission is gone.
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
