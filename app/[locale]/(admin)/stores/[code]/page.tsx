import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { StoreForm } from '@/components/settings/store-form'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { fingerprint } from '@/lib/db/audit'
import { nameIn } from '@/lib/i18n/bilingual'
import { allStores } from '@/lib/stores/queries/stores'
import { addStore, removeStore, saveStore } from '../actions'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('settings.store')
  return { title: `${t('title')} ${(await params).code.slice(0, 40)}` }
}

/** A store, or a new one. */
export default async function StorePage({ params }: Props) {
  await requireViewer('settings.edit')
  const { code } = await params
  const isNew = code === 'new'
  const t = await getTranslations('settings.store')
  const locale = await getLocale()
  const [stores, { regions }] = await Promise.all([allStores(), carriersAndRegions()])
  const store = stores.find((one) => one.code === code)
  if (!store && !isNew) notFound()
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading title={store ? nameIn(locale, store) : t('add')} lead={store?.code} />
      <Panel>
        <StoreForm
          action={isNew ? addStore : saveStore}
          values={store ? { $code: code, $seen: fingerprint(store) } : {}}
          store={store ?? {}}
          regions={regions.map((region) => ({ code: region.code, name: nameIn(locale, region) }))}
          isNew={isNew}
        />
      </Panel>
      {store && (
        <Panel title={t('deleteTitle')} className="mt-6">
          <p className="mb-3 text-sm">{t('deleteText')}</p>
          <OneButtonForm
            look="danger"
            action={removeStore}
            values={{ $code: code, $seen: fingerprint(store) }}
          >
            {t('delete')}
          </OneButtonForm>
        </Panel>
      )}
    </div>
  )
}
