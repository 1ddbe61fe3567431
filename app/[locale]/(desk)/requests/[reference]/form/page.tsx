import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PaperChooser } from '@/components/print/paper-chooser'
import { type SheetQuery, sheetLook } from '@/components/print/sheet-look'
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

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<SheetQuery> }

/** The application form to print and sign; always on A4, which has room for signatures. */
export default async function ApplicationFormPage({ params, searchParams }: Props) {
  const viewer = await requireViewer('request.print')
  const one = await requestOr404(viewer, (await params).reference)
  const t = await getTranslations('form')
  const shell = await getTranslations('shell')
  const here = `/requests/${one.record.reference}`
  const look = { paper: 'a4', large: sheetLook(await searchParams, 'a4').large } as const
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} onScreen>
        <PrintButton>{shell('print')}</PrintButton>
        <Link href={here} className={buttonClass('secondary')}>
          {t('back')}
        </Link>
      </PageHeading>
      <PaperChooser page={`${here}/form`} look={look} papers={[]} />
      <ApplicationSheet
        one={one}
        context={await printContext(one)}
        clerk={viewer.name}
        large={look.large}
      />
    </>
  )
}
