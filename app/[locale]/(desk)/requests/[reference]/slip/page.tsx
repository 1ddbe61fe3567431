import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { LiveRequest } from '@/components/live/live-request'
import { PaperChooser } from '@/components/print/paper-chooser'
import { type SheetQuery, sheetLook } from '@/components/print/sheet-look'
import { FurtherNumberLink } from '@/components/requests/further-number-link'
import { printContext } from '@/components/requests/print-context'
import { SlipSheet } from '@/components/requests/slip-sheet'
import { StateBadge } from '@/components/requests/state-badge'
import { Link } from '@/components/shell/link'
import { buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/panel'
import { PrintButton } from '@/components/ui/print-button'
import { requireViewer } from '@/lib/auth/viewer'
import { slipSecrets } from '@/lib/cancellation/crypto/slip-secrets'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { newSlip } from '../actions'
import { requestOr404 } from '../request-or-404'

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<SheetQuery> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('slip')
  return { title: t('title') }
}

/** The slip to print, as the request stands now, also when it changes while the page is open. */
export default async function SlipPage({ params, searchParams }: Props) {
  const viewer = await requireViewer('request.print')
  const one = await requestOr404(viewer, (await params).reference)
  const { record } = one
  const t = await getTranslations('slip')
  const shell = await getTranslations('shell')
  const context = await printContext(one)
  const secrets = await slipSecrets(record.id, record.slip.serial)
  const here = `/requests/${record.reference}`
  const look = sheetLook(await searchParams, context.paper)
  return (
    <>
      <PageHeading
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {t('title')}
            <StateBadge state={record.state} />
          </span>
        }
        lead={t(`page.${situationOf(record)}`)}
        onScreen
      >
        <PrintButton>{shell('print')}</PrintButton>
        <FurtherNumberLink one={one} className={buttonClass('secondary')} />
        <Link href={here} className={buttonClass('secondary')}>
          {t('back')}
        </Link>
      </PageHeading>
      <LiveRequest reference={record.reference} version={record.version} />
      <PaperChooser page={`${here}/slip`} look={look} />
      <SlipSheet one={one} context={context} secrets={secrets} {...look} />
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

function situationOf({ state, endedAt, sentBack }: RequestRecord) {
  if (endedAt || state === 'completed' || state === 'rejected' || state === 'withdrawn')
    return 'ended'
  return state === 'open' && sentBack > 0 ? 'returned' : state
}
