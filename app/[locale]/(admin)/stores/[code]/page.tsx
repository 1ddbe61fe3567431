import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ConfirmButton } from '@/components/forms/confirm-button'
import { StoreForm } from '@/components/settings/store-form'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { type Named, carriersAndRegions } from '@/lib/carriers/queries'
import { fingerprint } from '@/lib/db/audit'
import { readerLayout } from '@/lib/domain/identity-reader'
import { nameIn } from '@/lib/i18n/bilingual'
import type { StoreHours } from '@/lib/stores/hours'
import { usesOf } from '@/lib/stores/queries/uses'
import { allStores } from '@/lib/stores/queries/stores'
import { addStore, removeStore, saveStore } from '../actions'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('settings.store')
  return { title: `${t('title')} ${(await params).code.slice(0, 40)}` }
}

const usualReader = { readerFields: ['name', 'number'], readerSeparator: 'tab' }

/** A store, or a new one. */
export default async function StorePage({ params }: Props) {
  await requireViewer('settings.edit')
  const { code } = await params
  const isNew = code === 'new'
  const t = await getTranslations('settings.store')
  const locale = await getLocale()
  const [stores, { regions, carriers }] = await Promise.all([allStores(), carriersAndRegions()])
  const named = (rows: readonly Named[]) =>
    rows.map((row) => ({ code: row.code, name: nameIn(locale, row) }))
  const store = stores.find((one) => one.code === code)
  if (!store && !isNew) notFound()
  const uses = store ? await usesOf(store) : []
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading title={store ? nameIn(locale, store) : t('add')} lead={store?.code} />
      <Panel>
        <StoreForm
          action={isNew ? addStore : saveStore}
          values={store ? { $code: code, $seen: fingerprint(store) } : {}}
          store={store ? { ...store, hours: store.hours as StoreHours | null } : {}}
          reader={readerLayout(store ?? usualReader)}
          regions={named(regions)}
          carriers={named(carriers)}
          isNew={isNew}
        />
      </Panel>
      {store && (
        <Panel title={t('deleteTitle')} className="mt-6">
          {uses.length > 0 ? (
            <>
              <p>{t('deleteUsed')}</p>
              <ul className="mt-1 list-disc pl-5">
                {uses.map(({ by, count, example }) => (
                  <li key={by}>{t(`uses.${by as 'requests'}`, { count, example })}</li>
                ))}
              </ul>
            </>
          ) : (
            <>
              <p className="mb-3 text-sm">{t('deleteText')}</p>
              <ConfirmButton
                action={removeStore}
                values={{ $code: code, $seen: fingerprint(store) }}
                confirmation={{
                  title: t('deleteAsk.title', { name: nameIn(locale, store) }),
                  text: <p>{t('deleteAsk.text', { code })}</p>,
                  confirm: t('deleteAsk.confirm', { name: nameIn(locale, store) }),
                }}
              >
                {t('delete')}
              </ConfirmButton>
            </>
          )}
        </Panel>
      )}
    </div>
  )
}
