import 'server-only'
import { SignJWT, jwtVerify } from 'jose'
import { cookies } from 'next/headers'
import { slipSerialOf } from '@/lib/cancellation/queries/status'
import { servingEnv } from '@/lib/env'
import { ownCookie } from './own-cookie'

/** How a customer got to the status page: by the phone's last four, or by the slip, which opens more. */
export type PassKind = 'phone' | 'slip'

/** A pass, and the serial of the slip that counted when it was given. */
export type StatusPass = { kind: PassKind; serial: number }

// One cookie a request: somebody can follow two numbers at once.
const cookieOf = (reference: string) => ownCookie(`status-${reference}`)
const lifetimeSeconds = 30 * 60
const key = () => new TextEncoder().encode(`status|${servingEnv().AUTH_SECRET}`)

/** Lets this browser see one request's status for half an hour, or until its slip is replaced. */
export async function grantStatusPass(reference: string, kind: PassKind) {
  const serial = await slipSerialOf(reference)
  const token = await new SignJWT({ reference, kind, serial })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(`${lifetimeSeconds}s`)
    .sign(key())
  const { name, options } = cookieOf(reference)
  ;(await cookies()).set(name, token, { ...options, maxAge: lifetimeSeconds })
}

/** This browser's pass to the request, as it counts now; null when it has none. */
export async function statusPass(reference: string): Promise<StatusPass | null> {
  const token = (await cookies()).get(cookieOf(reference).name)?.value
  const signed = token && (await jwtVerify(token, key(), { algorithms: ['HS256'] }).catch(() => null))
  if (!signed || signed.payload.reference !== reference) return null
  const { kind, serial } = signed.payload
  const pass = { kind: kind as PassKind, serial: Number(serial) }
  return (await passCounts(reference, pass)) ? pass : null
}

/**
 * Whether a pass still counts: one that came by the slip ends with it. Whoever replaces a lost slip
 * shuts out who has found it, also where it is open already.
 */
export const passCounts = async (reference: string, { kind, serial }: StatusPass) =>
  kind === 'phone' || serial === (await slipSerialOf(reference))

/** How this browser may see the request; null when it may not. */
export const statusPassFor = async (reference: string): Promise<PassKind | null> =>
  (await statusPass(reference))?.kind ?? null

/** Takes the pass away from this browser. */
export async function dropStatusPass(reference: string) {
  const { name, options } = cookieOf(reference)
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}
