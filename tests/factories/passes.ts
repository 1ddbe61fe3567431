import { type AuthenticatedBy, grantStatusPass } from '@/lib/auth/status-pass'
import { currentCredentials } from '@/lib/cancellation/queries/status'

/** Lets the browser of a test see a request, as who came by this way with what counts now. */
export async function passFor(reference: string, by: AuthenticatedBy) {
  const now = await currentCredentials(reference)
  if (!now) throw new Error(`there is no ${reference}`)
  await grantStatusPass(reference, { by, version: by === 'slip' ? now.slip : now.contact })
}
