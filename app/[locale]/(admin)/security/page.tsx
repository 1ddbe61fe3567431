import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SavedNotice } from '@/components/settings/saved-notice'
import { SecurityForm } from '@/components/settings/security-form'
import { PageHeading, Panel } from '@/components/ui/panel'
import { security } from '@/lib/accounts/security/queries'
import { requireViewer } from '@/lib/auth/viewer'
import { fingerprint } from '@/lib/db/audit'
import { saveSecurity } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.security')
  return { title: t('title') }
}

/** How staff sign in, and when screens lock. */
export default async function SecurityPage({
  searchParams,
}: {
  searchParams: Promise<{ saved?: string }>
}) {
  await requireViewer('settings.edit')
  const t = await getTranslations('settings.security')
  const now = await security()
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading title={t('title')} lead={t('lead')} />
      <SavedNotice saved={(await searchParams).saved} />
      <Panel>
        <SecurityForm action={saveSecurity} values={{ $seen: fingerprint(now) }} now={now} />
      </Panel>
    </div>
  )
}
