import 'server-only'
import { SignJWT, jwtVerify } from 'jose'
import { cookies } from 'next/headers'
import { servingEnv } from '@/lib/env'

/** How a customer got to the status page: by the phone's last four, or by the slip, which opens more. */
export type PassKind = 'phone' | 'slip'

// One cookie a request: somebody can follow two numbers at once.
const cookieName = (reference: string) => `status-${reference}`
const lifetimeSeconds = 30 * 60
const key = () => new TextEncoder().encode(`status|${servingEnv().AUTH_SECRET}`)

/** Lets this browser see one request's status for half an hour. */
export async function grantStatusPass(reference: string, kind: PassKind) {
  const token = await new SignJWT({ reference, kind }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(`${lifetimeSeconds}s`).sign(key())
  const secure = servingEnv().BASE_URL.startsWith('https:')
  ;(await cookies()).set(cookieName(reference), token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: lifetimeSeconds })
}

/** How this browser may see the request; null when it may not. */
export async function statusPassFor(reference: string): Promise<PassKind | null> {
  const token = (await cookies()).get(cookieName(reference))?.value
  if (!token) return null
  try {
    const { payload } = await jwtVerify(token, key(), { algorithms: ['HS256'] })
    return payload.reference === reference ? (payload.kind as PassKind) : null
  } catch {
    return null
  }
}

/** Takes the pass away from this browser. */
export async function dropStatusPass(reference: string) {
  ;(await cookies()).delete(cookieName(reference))
}
