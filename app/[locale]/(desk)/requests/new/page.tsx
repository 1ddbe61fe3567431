import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { RequestForm } from '@/components/requests/record/request-form'
import { requireViewer } from '@/lib/auth/viewer'
import { recordOptions } from '../record-options'
import { openRequest } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('record')
  return { title: t('title') }
}

/** One screen: what is asked, and beside it whether it can be done today. */
export default async function NewRequestPage() {
  const viewer = await requireViewer('request.open')
  const t = await getTranslations('record')
  const options = await recordOptions(viewer, await getLocale())
  const [store] = options.stores
  return (
    <>
      <h1 className="-mt-3 mb-3 text-xl font-bold">{t('title')}</h1>
      <RequestForm
        action={openRequest}
        options={options}
        defaults={{
          store: store?.code ?? '',
          cardType: 'sim',
          channel: 'in_store',
          ...(store?.carrier && { carrier: store.carrier }),
          ...(store && { region: store.region }),
        }}
      />
    </>
  )
}
