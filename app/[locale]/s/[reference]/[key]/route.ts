import { grantStatusPass } from '@/lib/auth/status-pass'
import { openSlipLink } from '@/lib/cancellation/queries/look-up'
import { readReference } from '@/lib/domain/identifiers/reference'

// A relative address, valid for whichever host name was used.
const leadTo = (path: string) => new Response(null, { status: 303, headers: { Location: path } })

type Context = { params: Promise<{ locale: string; reference: string; key: string }> }

/**
 * The QR code of a slip: redirects to the request's status, or to the look-up when the slip is
 * void.
 */
export async function GET(_: Request, { params }: Context) {
  const { locale, reference: typed, key } = await params
  const prefix = locale === 'en' ? '/en' : ''
  const reference = readReference(typed)
  const access = reference && (await openSlipLink(reference, key, new Date()))
  if (!access) return leadTo(`${prefix}/status`)
  await grantStatusPass(reference, access)
  return leadTo(`${prefix}/status/${reference}`)
}
