import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { SlipSheet } from '@/components/requests/slip-sheet'
import { buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/panel'
import { PrintButton } from '@/components/ui/print-button'
import { requireViewer } from '@/lib/auth/viewer'
import { slipSecrets } from '@/lib/cancellation/crypto/slip-secrets'
import { Link } from '@/components/shell/link'
import { newSlip } from '../actions'
import { printContext } from '@/components/requests/print-context'
import { requestOr404 } from '../request-or-404'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('slip')
  return { title: t('title') }
}

export default async function SlipPage({ params }: { params: Promise<{ reference: string }> }) {
  const viewer = await requireViewer('request.print')
  const one = await requestOr404(viewer, (await params).reference)
  const { record } = one
  const t = await getTranslations('slip')
  const shell = await getTranslations('shell')
  const context = await printContext(one)
  const secrets = await slipSecrets(record.id, record.slip.serial)
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} onScreen>
        <PrintButton>{shell('print')}</PrintButton>
        <Link href={`/requests/${record.reference}`} className={buttonClass('secondary')}>
          {t('back')}
        </Link>
      </PageHeading>
      <SlipSheet one={one} context={context} secrets={secrets} />
      {!record.endedAt && (
        <div className="no-print mt-6 flex flex-wrap items-center gap-3 text-sm text-quiet">
          <OneButtonForm action={newSlip} values={{ $reference: record.reference }}>
            {t('reissue')}
          </OneButtonForm>
          {t('reissueHint')}
        </div>
      )}
    </>
  )
}
