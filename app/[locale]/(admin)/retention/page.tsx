import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RetentionForm } from '@/components/settings/retention-form'
import { SavedNotice } from '@/components/settings/saved-notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { fingerprint } from '@/lib/db/audit'
import { retention } from '@/lib/retention/queries'
import { saveRetention } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.retention')
  return { title: t('title') }
}

/** The retention of personal data after a request's end (L1). */
export default async function RetentionPage({
  searchParams,
}: {
  searchParams: Promise<{ saved?: string }>
}) {
  await requireViewer('settings.edit')
  const t = await getTranslations('settings.retention')
  const kept = await retention()
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading title={t('title')} lead={t('lead')} />
      <SavedNotice saved={(await searchParams).saved} />
      <Panel>
        <RetentionForm action={saveRetention} seen={fingerprint(kept)} kept={kept} />
      </Panel>
    </div>
  )
}
