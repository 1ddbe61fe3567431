import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Details } from '@/components/ui/details'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { nameIn } from '@/lib/i18n/bilingual'
import { storesSeen } from '@/lib/stores/queries/stores'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('title') }
}

/** Who is signed in, with the roles of this moment. */
export default async function AccountPage() {
  const viewer = await requireViewer('account.use')
  const t = await getTranslations('account')
  const words = await getTranslations('words.role')
  const locale = await getLocale()
  const stores = await storesSeen(viewer.memberships)
  const roles = viewer.memberships.map(({ role, storeId }) => {
    const store = stores.find(({ id }) => id === storeId)
    return store ? t('atStore', { role: words(role), store: nameIn(locale, store) }) : words(role)
  })
  return (
    <div className="max-w-2xl">
      <PageHeading title={t('title')} lead={t('lead')} />
      <Panel>
        <Details items={[{ label: t('name'), value: viewer.name }, { label: t('email'), value: viewer.email }, { label: t('roles'), value: <ul>{roles.map((role) => <li key={role}>{role}</li>)}</ul> }]} />
        {viewer.memberships.some(({ role }) => role === 'admin') && <p className="mt-4 text-sm text-quiet">{t('adminNote')}</p>}
      </Panel>
    </div>
  )
}
