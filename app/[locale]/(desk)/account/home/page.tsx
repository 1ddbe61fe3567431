import { getLocale } from 'next-intl/server'
import { may } from '@/lib/domain/permissions'
import { requireViewer } from '@/lib/auth/viewer'
import { redirect } from '@/lib/i18n/redirect'

/**
 * The first page after signing in: the requests, or one's account without permission to see
 * requests.
 */
export default async function HomePage() {
  const viewer = await requireViewer('account.use')
  redirect({
    href: may(viewer.memberships, 'request.read') ? '/requests' : '/account',
    locale: await getLocale(),
  })
}
