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

/** The id of this browser's session, valid or not; null when there is none. */
export const sessionOfBrowser = cache(async (): Promise<string | null> => {
  // Nobody is signed in during the build, and the secret is not available then.
  await connection()
  const session = (await getServerSession(authOptions())) as { sessionId?: string } | null
  return session?.sessionId ?? null
})

/**
 * The signed-in account with its roles in effect; null for anonymous users, disabled accounts, and
 * ended or locked sessions.
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
 * The viewer of a desk page. Anonymous users are redirected to /signin, a viewer with suspended
 * roles to the page that restores them; without the permission, "not found".
 */
export async function requireViewer(permission: Permission): Promise<Viewer> {
  const viewer = await currentViewer()
  if (!viewer) return redirect({ href: '/signin', locale: await getLocale() })
  if (may(viewer.memberships, permission)) return viewer
  if (viewer.suspendedReason) return redirect({ href: '/account', locale: await getLocale() })
  return notFound()
}
