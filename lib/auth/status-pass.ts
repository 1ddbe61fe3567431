import 'server-only'
import { SignJWT, jwtVerify } from 'jose'
import { cookies } from 'next/headers'
import { lettingIn } from '@/lib/cancellation/queries/status'
import { servingEnv } from '@/lib/env'
import { ownCookie } from './own-cookie'

/** How far a pass goes: by the phone's last four, or by the slip, which opens more. */
export type PassKind = 'phone' | 'slip'

/** What let a customer in: the phone's digits, the slip, or a code that came to the contact. */
export type LetInBy = PassKind | 'code'

/** What was compared, and the version that it had: of the slip, or of the contact. */
type Compared = { by: LetInBy; version: number }

/** A pass, which counts while that is what it was, and no longer than `until` (milliseconds). */
export type StatusPass = Compared & { until: number }

// One cookie a request: somebody can follow two numbers at once.
const cookieOf = (reference: string) => ownCookie(`status-${reference}`)
const lifetimeSeconds = 30 * 60
const key = () => new TextEncoder().encode(`status|${servingEnv().AUTH_SECRET}`)

/** Lets this browser see one request's status for half an hour, or until what let it in changes. */
export async function grantStatusPass(reference: string, { by, version }: Compared) {
  const token = await new SignJWT({ reference, by, version })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(`${lifetimeSeconds}s`)
    .sign(key())
  const { name, options } = cookieOf(reference)
  ;(await cookies()).set(name, token, { ...options, maxAge: lifetimeSeconds })
}

/** This browser's pass to the request, as it counts now; null when it has none. */
export async function statusPass(reference: string): Promise<StatusPass | null> {
  const token = (await cookies()).get(cookieOf(reference).name)?.value
  const signed =
    token && (await jwtVerify(token, key(), { algorithms: ['HS256'] }).catch(() => null))
  if (!signed || signed.payload.reference !== reference) return null
  const { by, version, exp = 0 } = signed.payload
  const pass = { by: by as LetInBy, version: Number(version), until: exp * 1000 }
  return (await passCounts(reference, pass)) ? pass : null
}

/**
 * Whether a pass still counts: it ends with the slip or the contact that let its holder in. Whoever
 * replaces a lost slip, or mends a wrong contact, shuts out who has it, also where it is open
 * already.
 */
export const passCounts = async (reference: string, { by, version, until }: StatusPass) =>
  Date.now() < until && version === (await versionNow(reference, by))

async function versionNow(reference: string, by: LetInBy): Promise<number | null> {
  const now = await lettingIn(reference)
  return now && (by === 'slip' ? now.slip : now.contact)
}

/** How this browser may see the request; null when it may not. */
export async function statusPassFor(reference: string): Promise<PassKind | null> {
  const pass = await statusPass(reference)
  return pass && (pass.by === 'phone' ? 'phone' : 'slip')
}

/** Takes the pass away from this browser. */
export async function dropStatusPass(reference: string) {
  const { name, options } = cookieOf(reference)
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}
