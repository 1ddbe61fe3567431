import { NextResponse } from 'next/server'
import { grantStatusPass } from '@/lib/auth/status-pass'
import { statusAccess } from '@/lib/cancellation/queries/status'
import { servingEnv } from '@/lib/env'
import { readReference } from '@/lib/identifiers/reference'

type Context = { params: Promise<{ locale: string; reference: string; key: string }> }

/** The QR code of a slip: opens the request's status, or the look-up when the slip is void. */
export async function GET(_: Request, { params }: Context) {
  const { locale, reference: typed, key } = await params
  const prefix = locale === 'en' ? '/en' : ''
  const reference = readReference(typed)
  const access = reference && key.length > 20 ? await statusAccess(reference, key) : null
  if (!reference || access !== 'slip') return NextResponse.redirect(new URL(`${prefix}/status`, servingEnv().BASE_URL))
  await grantStatusPass(reference, 'slip')
  return NextResponse.redirect(new URL(`${prefix}/status/${reference}`, servingEnv().BASE_URL))
}
