import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ApplicationSheet } from '@/components/requests/application-sheet'
import { buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/panel'
import { PrintButton } from '@/components/ui/print-button'
import { requireViewer } from '@/lib/auth/viewer'
import { Link } from '@/components/shell/link'
import { printContext } from '@/components/requests/print-context'
import { requestOr404 } from '../request-or-404'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('form')
  return { title: t('title') }
}

export default async function ApplicationFormPage({
  params,
}: {
  params: Promise<{ reference: string }>
}) {
  const viewer = await requireViewer('request.print')
  const one = await requestOr404(viewer, (await params).reference)
  const t = await getTranslations('form')
  const shell = await getTranslations('shell')
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} onScreen>
        <PrintButton>{shell('print')}</PrintButton>
        <Link href={`/requests/${one.record.reference}`} className={buttonClass('secondary')}>
          {t('back')}
        </Link>
      </PageHeading>
      <ApplicationSheet one={one} context={await printContext(one)} clerk={viewer.name} />
    </>
  )
}
