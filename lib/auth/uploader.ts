import 'server-only'
import type { By } from '@/lib/cancellation/by'
import { requestIdOf } from '@/lib/cancellation/queries/status'
import { may } from './policy'
import { statusPassFor } from './status-pass'
import { currentViewer } from './viewer'

/** Who sends or takes away a copy of a document: the customer by the slip or a code, or somebody who is signed in; null for anyone else. */
export async function uploaderOf(reference: string, byCustomer: boolean): Promise<By | null> {
  if (!byCustomer) {
    const viewer = await currentViewer()
    return viewer && may(viewer.memberships, 'request.note') ? { kind: 'account', ...viewer } : null
  }
  const requestId = (await statusPassFor(reference)) === 'slip' ? await requestIdOf(reference) : null
  return requestId ? { kind: 'customer', requestId } : null
}
