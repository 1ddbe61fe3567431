import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { RequestForm } from '@/components/requests/record/request-form'
import { PageHeading } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { recordOptions } from '../record-options'
import { openRequest } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('record')
  return { title: t('title') }
}

export default async function NewRequestPage() {
  const viewer = await requireViewer('request.open')
  const t = await getTranslations('record')
  const options = await recordOptions(viewer, await getLocale())
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <RequestForm
        action={openRequest}
        options={options}
        defaults={{ store: options.stores[0]?.code ?? '' }}
      />
    </>
  )
}
