import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DisplaceForm } from '@/components/requests/transfer/displace-form'
import { TransferForm } from '@/components/requests/transfer/transfer-form'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { nameIn } from '@/lib/i18n/bilingual'
import { storesOfStaff } from '@/lib/stores/queries/stores'
import { displaceNumber, takeOver } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('record.transfer')
  return { title: t('title') }
}

/**
 * A customer with another store's request: transfer it by its slip, or void it if the number was
 * mistyped there.
 */
export default async function TransferPage() {
  const viewer = await requireViewer('request.open')
  const t = await getTranslations('record.transfer')
  const locale = await getLocale()
  const stores = (await storesOfStaff(viewer.memberships)).map((store) => ({
    code: store.code,
    name: nameIn(locale, store),
  }))
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeading title={t('title')} lead={t('lead')} />
      <Panel className="mb-6">
        <TransferForm action={takeOver} stores={stores} />
      </Panel>
      <Panel title={t('displaceTitle')}>
        <DisplaceForm action={displaceNumber} />
      </Panel>
    </div>
  )
}
