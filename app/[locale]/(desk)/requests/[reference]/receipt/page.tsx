import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ReceiptSheet } from '@/components/requests/receipt-sheet'
import { ReprintButton } from '@/components/requests/reprint-button'
import { buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/panel'
import { PrintButton } from '@/components/ui/print-button'
import { requireViewer } from '@/lib/auth/viewer'
import { noteOfKind } from '@/lib/cancellation/rules/request-record'
import { Link } from '@/components/shell/link'
import { noteDuty } from '../actions'
import { requestOr404 } from '../request-or-404'

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ paper?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('receipt')
  return { title: t('title') }
}

/** The receipt; "not found" before completion. */
export default async function ReceiptPage({ params, searchParams }: Props) {
  const viewer = await requireViewer('request.print')
  const one = await requestOr404(viewer, (await params).reference)
  if (!one.record.receipt) notFound()
  const paper = (await searchParams).paper === 'narrow' ? 'narrow' : 'a4'
  const t = await getTranslations('receipt')
  const shell = await getTranslations('shell')
  const words = await getTranslations('words')
  // After it was handed over, printing again is a reprint and is recorded.
  const handedOver = noteOfKind(one.record, 'receipt') !== undefined
  const here = `/requests/${one.record.reference}/receipt`
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} onScreen>
        {handedOver ? (
          <ReprintButton
            action={noteDuty}
            reference={one.record.reference}
            count={one.record.reprints ?? 0}
          />
        ) : (
          <PrintButton>{shell('print')}</PrintButton>
        )}
        <a
          href={`/api/requests/${one.record.reference}/receipt`}
          className={buttonClass('secondary')}
        >
          PDF
        </a>
        <Link
          href={paper === 'a4' ? `${here}?paper=narrow` : here}
          className={buttonClass('secondary')}
        >
          {t('paper')}
          {words('colon')}
          {paper === 'a4' ? t('narrow') : t('a4')}
        </Link>
        <Link href={`/requests/${one.record.reference}`} className={buttonClass('secondary')}>
          {t('back')}
        </Link>
      </PageHeading>
      <ReceiptSheet of={one} receipt={one.record.receipt} paper={paper} />
    </>
  )
}
