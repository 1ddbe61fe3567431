import 'server-only'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getServerSession } from 'next-auth'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { type AccountOf, accountById } from '@/lib/accounts/queries'
import { redirect } from '@/lib/i18n/redirect'
import { authOptions } from './options'
import { type Permission, may } from './policy'

export type Viewer = AccountOf

/** Who is signed in, with the roles of this moment; null for nobody, and for an account that was disabled. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  // Nobody is signed in while the pages are built, and no secret is at hand then.
  await connection()
  const session = (await getServerSession(authOptions())) as { accountId?: string } | null
  return session?.accountId ? accountById(session.accountId) : null
})

/** The viewer of a desk page: nobody is sent to sign in, and one without the right finds nothing. */
export async function requireViewer(permission: Permission): Promise<Viewer> {
  const viewer = await currentViewer()
  if (!viewer) return redirect({ href: '/signin', locale: await getLocale() })
  if (!may(viewer.memberships, permission)) notFound()
  return viewer
}
