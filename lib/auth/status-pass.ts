import 'server-only'
import { SignJWT, jwtVerify } from 'jose'
import { cookies } from 'next/headers'
import { currentCredentials } from '@/lib/cancellation/queries/status'
import { servingEnv } from '@/lib/env'
import { ownCookie } from './own-cookie'

/** The access of a pass: by the phone's last four digits, or by the slip, which permits more. */
export type PassKind = 'phone' | 'slip'

/** How a customer was authenticated: phone digits, slip, or a code sent to the contact. */
export type AuthenticatedBy = PassKind | 'code'

/** The credential, and the version of the slip or contact that it belongs to. */
type Compared = { by: AuthenticatedBy; version: number }

/** A pass is valid while that version is current, at most until `until` (milliseconds). */
export type StatusPass = Compared & { until: number }

// One cookie per request: a customer can follow two numbers at once.
const cookieOf = (reference: string) => ownCookie(`status-${reference}`)
const lifetimeSeconds = 30 * 60
const key = () => new TextEncoder().encode(`status|${servingEnv().AUTH_SECRET}`)

/**
 * Lets this browser see one request's status for half an hour, or until the credential is replaced.
 */
export async function grantStatusPass(reference: string, { by, version }: Compared) {
  const token = await new SignJWT({ reference, by, version })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(`${lifetimeSeconds}s`)
    .sign(key())
  const { name, options } = cookieOf(reference)
  ;(await cookies()).set(name, token, { ...options, maxAge: lifetimeSeconds })
}

/** This browser's valid pass for the request; null when it has none. */
export async function statusPass(reference: string): Promise<StatusPass | null> {
  const token = (await cookies()).get(cookieOf(reference).name)?.value
  const signed =
    token && (await jwtVerify(token, key(), { algorithms: ['HS256'] }).catch(() => null))
  if (!signed || signed.payload.reference !== reference) return null
  const { by, version, exp = 0 } = signed.payload
  const pass = { by: by as AuthenticatedBy, version: Number(version), until: exp * 1000 }
  return (await isPassValid(reference, pass)) ? pass : null
}

/**
 * Whether a pass is still valid: replacing a lost slip or correcting a wrong contact revokes the
 * passes obtained with it, including those in use.
 */
export const isPassValid = async (reference: string, { by, version, until }: StatusPass) =>
  Date.now() < until && version === (await versionNow(reference, by))

async function versionNow(reference: string, by: AuthenticatedBy): Promise<number | null> {
  const now = await currentCredentials(reference)
  return now && (by === 'slip' ? now.slip : now.contact)
}

/** This browser's access to the request; null when it has none. */
export async function statusPassFor(reference: string): Promise<PassKind | null> {
  const pass = await statusPass(reference)
  return pass && (pass.by === 'phone' ? 'phone' : 'slip')
}

/** Revokes this browser's pass. */
export async function dropStatusPass(reference: string) {
  const { name, options } = cookieOf(reference)
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}
