import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { SignJWT, jwtVerify } from 'jose'
import { cookies } from 'next/headers'
import { foldEmail } from '@/lib/accounts/email'
import { servingEnv } from '@/lib/env'
import { ownCookie } from './own-cookie'

const lifetimeSeconds = 180 * 24 * 60 * 60
const key = () => new TextEncoder().encode(`device|${servingEnv().AUTH_SECRET}`)

// One cookie per account, since counter machines are shared. The hashed name does not reveal the
// account.
const accountHash = (email: string) =>
  createHash('sha256')
    .update(`device|${foldEmail(email)}`)
    .digest('hex')
    .slice(0, 16)

/**
 * This device's token if the account was signed in on it before; null otherwise. It grants no
 * access: password attempts from it are counted separately from those of strangers.
 */
export async function knownDevice(email: string): Promise<string | null> {
  const account = accountHash(email)
  const token = (await cookies()).get(ownCookie(`device-${account}`).name)?.value
  if (!token) return null
  try {
    const { payload } = await jwtVerify(token, key(), { algorithms: ['HS256'] })
    return payload.sub === account ? (payload.jti ?? null) : null
  } catch {
    return null
  }
}

/** Remembers for half a year that the account was signed in on this device. */
export async function rememberDevice(email: string) {
  const account = accountHash(email)
  const device = (await knownDevice(email)) ?? randomUUID()
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(account)
    .setJti(device)
    .setExpirationTime(`${lifetimeSeconds}s`)
    .sign(key())
  const { name, options } = ownCookie(`device-${account}`)
  ;(await cookies()).set(name, token, { ...options, maxAge: lifetimeSeconds })
}
