import { getLocale } from 'next-intl/server'
import { requireViewer } from '@/lib/auth/viewer'
import { redirect } from '@/lib/i18n/redirect'
import { firstPage } from '../../places'

/**
 * The first page after signing in: the requests for whoever works on them, also as an administrator
 * beside; what waits for an administrator; otherwise one's account.
 */
export default async function HomePage() {
  const viewer = await requireViewer('account.use')
  redirect({ href: firstPage(viewer.memberships), locale: await getLocale() })
}
