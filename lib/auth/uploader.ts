import 'server-only'
import { type Actor, accountActor } from '@/lib/cancellation/rules/actor'
import { requestIdOf, storeOfRequest } from '@/lib/cancellation/queries/status'
import { may, visibleStores } from '@/lib/domain/permissions'
import { statusPassFor } from './status-pass'
import { currentViewer } from './viewer'

/**
 * The actor who adds or removes a document copy of this request: the customer by slip or code, or a
 * signed-in person of its store; null for anyone else.
 */
export async function uploaderOf(reference: string, byCustomer: boolean): Promise<Actor | null> {
  if (!byCustomer) {
    const viewer = await currentViewer()
    if (!viewer || !may(viewer.memberships, 'request.note')) return null
    const store = await storeOfRequest(reference)
    const here = store !== null && visibleStores(viewer.memberships).includes(store)
    return here ? accountActor(viewer) : null
  }
  const requestId =
    (await statusPassFor(reference)) === 'slip' ? await requestIdOf(reference) : null
  return requestId ? { kind: 'customer', requestId } : null
}
