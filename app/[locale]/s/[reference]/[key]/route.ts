import { grantStatusPass } from '@/lib/auth/status-pass'
import { statusAccess } from '@/lib/cancellation/queries/status'
import { readReference } from '@/lib/identifiers/reference'
import { addressOf } from '@/lib/tries/address'
import type { Counted } from '@/lib/tries/limits'
import { countTry, forgiveTry } from '@/lib/tries/write'

// A relative address: it holds under whatever name the desk was reached by.
const leadTo = (path: string) => new Response(null, { status: 303, headers: { Location: path } })

type Context = { params: Promise<{ locale: string; reference: string; key: string }> }

/** The QR code of a slip: opens the request's status, or the look-up when the slip is void. */
export async function GET(request: Request, { params }: Context) {
  const { locale, reference: typed, key } = await params
  const prefix = locale === 'en' ? '/en' : ''
  const reference = readReference(typed)
  const tries: Counted[] = [['status_address', addressOf(request.headers)], ['status_all', 'all']]
  const access = reference && key.length > 20 && !(await countTry(tries)) ? await statusAccess(reference, key, new Date()) : null
  if (!reference || access !== 'slip') return leadTo(`${prefix}/status`)
  await forgiveTry(tries)
  await grantStatusPass(reference, 'slip')
  return leadTo(`${prefix}/status/${reference}`)
}
