import 'server-only'
import { type Actor, accountActor } from '@/lib/cancellation/rules/actor'
import { requestIdOf, storeOfRequest } from '@/lib/cancellation/queries/status'
import { may, visibleStores } from '@/lib/domain/permissions'
import { statusPassFor } from './status-pass'
import { currentViewer } from './viewer'

/**
 * Who sends or takes away a copy of a document of this request: the customer by the slip or a code,
 * or somebody of its store who is signed in; null for anyone else, those of other stores too.
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
