import { getLocale } from 'next-intl/server'
import { may } from '@/lib/domain/permissions'
import { requireViewer } from '@/lib/auth/viewer'
import { redirect } from '@/lib/i18n/redirect'

/**
 * Where somebody begins after signing in: at the requests, or at their account when requests are
 * not theirs to see.
 */
export default async function HomePage() {
  const viewer = await requireViewer('account.use')
  redirect({
    href: may(viewer.memberships, 'request.read') ? '/requests' : '/account',
    locale: await getLocale(),
  })
}
