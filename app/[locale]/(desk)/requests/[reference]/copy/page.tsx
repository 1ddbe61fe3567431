import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { CopyForm } from '@/components/data-copy/copy-form'
import { CopySheets } from '@/components/data-copy/copy-sheet'
import { PaperChooser } from '@/components/print/paper-chooser'
import { type SheetQuery, sheetLook } from '@/components/print/sheet-look'
import { Link } from '@/components/shell/link'
import { buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/panel'
import { PrintButton } from '@/components/ui/print-button'
import { requireViewer } from '@/lib/auth/viewer'
import { dataCopy, shownUntil } from '@/lib/data-copies/queries'
import { timeOf } from '@/lib/domain/days'
import { nameIn } from '@/lib/i18n/bilingual'
import { storeByCode } from '@/lib/stores/queries/stores'
import { requestOr404 } from '../request-or-404'
import { openCopy } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('dataCopy')
  return { title: t('title') }
}

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<SheetQuery> }

/**
 * A copy of what the desk has about a person (L3): first the document at the counter is asked for,
 * then it is shown for a while, to read, print and save.
 */
export default async function DataCopyPage({ params, searchParams }: Props) {
  const viewer = await requireViewer('document.view')
  const { record } = await requestOr404(viewer, (await params).reference)
  const t = await getTranslations('dataCopy')
  const shell = await getTranslations('shell')
  const here = `/requests/${record.reference}`
  const copy = await dataCopy(viewer, record.reference, new Date())
  const back = (
    <Link href={here} className={buttonClass('secondary')}>
      {t('back')}
    </Link>
  )
  if (!copy) {
    const { dataCopy: dataCopyTexts, documents } = await getMessages()
    return (
      <>
        <PageHeading title={t('title')} lead={t('lead')}>
          {back}
        </PageHeading>
        {/* No other page needs the form's words. */}
        <NextIntlClientProvider messages={{ dataCopy: { ask: dataCopyTexts.ask }, documents }}>
          <CopyForm reference={record.reference} action={openCopy} />
        </NextIntlClientProvider>
      </>
    )
  }
  const { large } = sheetLook(await searchParams, 'a4')
  const locale = await getLocale()
  return (
    <>
      <PageHeading
        title={t('title')}
        lead={t('until', { time: timeOf(shownUntil(copy)) })}
        onScreen
      >
        <PrintButton>{shell('print')}</PrintButton>
        <a href={`/api${here}/copy`} className={buttonClass('secondary')} download>
          {t('json')}
        </a>
        {back}
      </PageHeading>
      <PaperChooser page={`${here}/copy`} look={{ paper: 'a4', large }} papers={[]} />
      <CopySheets
        copy={copy}
        store={nameIn(locale, await storeByCode(record.store))}
        large={large}
      />
    </>
  )
}
