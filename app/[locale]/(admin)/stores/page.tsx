import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SavedNotice } from '@/components/settings/saved-notice'
import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading, Panel } from '@/components/ui/panel'
import { Records } from '@/components/ui/records'
import { requireViewer } from '@/lib/auth/viewer'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { nameIn } from '@/lib/i18n/bilingual'
import { Link } from '@/components/shell/link'
import { allStores } from '@/lib/stores/queries/stores'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.store')
  return { title: t('title') }
}

/** All stores. */
export default async function StoresPage({
  searchParams,
}: {
  searchParams: Promise<{ saved?: string }>
}) {
  await requireViewer('settings.edit')
  const t = await getTranslations('settings.store')
  const locale = await getLocale()
  const [stores, { regions }] = await Promise.all([allStores(), carriersAndRegions()])
  const regionName = (code: string) => {
    const region = regions.find((one) => one.code === code)
    return region ? nameIn(locale, region) : code
  }
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeading title={t('title')} lead={t('lead')}>
        <Link href="/stores/new" className={buttonClass('primary')}>
          {t('add')}
        </Link>
      </PageHeading>
      <SavedNotice saved={(await searchParams).saved} />
      <Panel>
        {stores.length === 0 ? (
          <EmptyState title={t('none')} text={t('noneText')}>
            <Link href="/stores/new" className={buttonClass('primary')}>
              {t('add')}
            </Link>
          </EmptyState>
        ) : (
          <Records
            label={t('title')}
            rows={stores}
            keyOf={({ code }) => code}
            columns={[
              {
                name: 'name',
                title: t('name'),
                cell: (store) => (
                  <Link href={`/stores/${store.code}`} className="text-accent underline">
                    {nameIn(locale, store)}
                  </Link>
                ),
              },
              {
                name: 'state',
                title: t('state'),
                card: 'right',
                cell: ({ closed }) => (
                  <Badge tone={closed ? 'quiet' : 'good'}>
                    {t(closed ? 'isClosed' : 'isOpen')}
                  </Badge>
                ),
              },
              { name: 'code', title: t('code'), cell: ({ code }) => code },
              { name: 'region', title: t('region'), cell: ({ region }) => regionName(region) },
              {
                name: 'fourEyes',
                title: t('fourEyes'),
                cell: ({ fourEyes }) =>
                  fourEyes ? t('fourEyesOn') : <Badge tone="warn">{t('fourEyesOff')}</Badge>,
              },
            ]}
          />
        )}
      </Panel>
    </div>
  )
}
