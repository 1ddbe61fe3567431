import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PaperChooser } from '@/components/print/paper-chooser'
import { type SheetQuery, sheetLook } from '@/components/print/sheet-look'
import { FurtherNumberLink } from '@/components/requests/further-number-link'
import { printContext } from '@/components/requests/print-context'
import { ReceiptSheet } from '@/components/requests/receipt-sheet'
import { ReprintButton } from '@/components/requests/reprint-button'
import { Link } from '@/components/shell/link'
import { buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/panel'
import { PrintButton } from '@/components/ui/print-button'
import { requireViewer } from '@/lib/auth/viewer'
import { noteOfKind } from '@/lib/cancellation/rules/request-record'
import { noteDuty } from '../actions'
import { requestOr404 } from '../request-or-404'

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<SheetQuery> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('receipt')
  return { title: t('title') }
}

/** The receipt; "not found" before completion. */
export default async function ReceiptPage({ params, searchParams }: Props) {
  const viewer = await requireViewer('request.print')
  const one = await requestOr404(viewer, (await params).reference)
  if (!one.record.receipt) notFound()
  const t = await getTranslations('receipt')
  const shell = await getTranslations('shell')
  const look = sheetLook(await searchParams, (await printContext(one)).paper)
  // After it was handed over, printing again is a reprint and is recorded.
  const handedOver = noteOfKind(one.record, 'receipt') !== undefined
  const here = `/requests/${one.record.reference}`
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} onScreen>
        {handedOver ? (
          <ReprintButton
            action={noteDuty}
            reference={one.record.reference}
            count={one.record.reprints ?? 0}
            look={look}
          />
        ) : (
          <PrintButton>{shell('print')}</PrintButton>
        )}
        <a href={`/api${here}/receipt`} className={buttonClass('secondary')}>
          PDF
        </a>
        <FurtherNumberLink one={one} className={buttonClass('secondary')} />
        <Link href={here} className={buttonClass('secondary')}>
          {t('back')}
        </Link>
      </PageHeading>
      <PaperChooser page={`${here}/receipt`} look={look} />
      <ReceiptSheet of={one} receipt={one.record.receipt} {...look} />
    </>
  )
}
