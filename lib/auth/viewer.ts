import 'server-only'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getServerSession } from 'next-auth'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { type SignedIn, accountOfSession } from '@/lib/accounts/sessions/queries'
import { touchSession } from '@/lib/accounts/sessions/commands'
import { redirect } from '@/lib/i18n/redirect'
import { authOptions } from './options'
import { type Permission, may } from '@/lib/domain/permissions'

export type Viewer = SignedIn

/** The id of this browser's session, whatever it is worth; null when there is none. */
export const sessionOfBrowser = cache(async (): Promise<string | null> => {
  // Nobody is signed in while the pages are built, and no secret is at hand then.
  await connection()
  const session = (await getServerSession(authOptions())) as { sessionId?: string } | null
  return session?.sessionId ?? null
})

/**
 * Who is signed in, with the roles that count at this moment; null for nobody, for an account that
 * was disabled, for a session that was ended or is locked.
 */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const session = await sessionOfBrowser()
  const now = new Date()
  const viewer = session ? await accountOfSession(session, now) : null
  if (viewer && now.getTime() - viewer.seenAt.getTime() > 60_000)
    await touchSession(viewer.sessionId, now)
  return viewer
})

/**
 * The viewer of a desk page: nobody is sent to sign in, one whose role sleeps to what wakes it, and
 * one without the right finds nothing.
 */
export async function requireViewer(permission: Permission): Promise<Viewer> {
  const viewer = await currentViewer()
  if (!viewer) return redirect({ href: '/signin', locale: await getLocale() })
  if (may(viewer.memberships, permission)) return viewer
  if (viewer.suspendedReason) return redirect({ href: '/account', locale: await getLocale() })
  return notFound()
}
