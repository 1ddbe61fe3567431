import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SavedNotice } from '@/components/settings/saved-notice'
import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button'
import { PageHeading, Panel } from '@/components/ui/panel'
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
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading title={t('title')} lead={t('lead')}>
        <Link href="/stores/new" className={buttonClass('primary')}>
          {t('add')}
        </Link>
      </PageHeading>
      <SavedNotice saved={(await searchParams).saved} />
      <Panel>
        <ul>
          {stores.map((store) => (
            <li
              key={store.code}
              className={
                'flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line ' +
                'py-1.5 last:border-0'
              }
            >
              <Link href={`/stores/${store.code}`} className="font-semibold text-accent underline">
                {nameIn(locale, store)}
              </Link>
              <span className="text-quiet">{store.code}</span>
              <span>
                {nameIn(
                  locale,
                  regions.find(({ code }) => code === store.region) ?? {
                    nameZh: store.region,
                    nameEn: store.region,
                  },
                )}
              </span>
              {!store.fourEyes && <Badge tone="warn">{t('fourEyesOff')}</Badge>}
              {store.closed && <Badge tone="quiet">{t('isClosed')}</Badge>}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
