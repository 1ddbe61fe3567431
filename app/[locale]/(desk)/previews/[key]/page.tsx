import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { guideTitle } from '@/components/guide-editor/guide-title'
import type { PreviewQuery } from '@/components/guide-editor/preview/preview-choice'
import { PreviewView } from '@/components/guide-editor/preview/preview-view'
import { PageHeading } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { staffDates } from '@/lib/i18n/dates'
import { sharedGuideOr404 } from './shared-guide-or-404'

type Props = { params: Promise<{ key: string }>; searchParams: Promise<PreviewQuery> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guidePreview')
  return { title: t('title'), robots: { index: false } }
}

/** A guide's preview for colleagues who edit none and were given a link. */
export default async function SharedPreviewPage({ params, searchParams }: Props) {
  await requireViewer('account.use')
  const { key } = await params
  const { guide, expiresAt } = await sharedGuideOr404(key)
  const t = await getTranslations('guidePreview')
  return (
    <>
      <PageHeading
        title={t('title')}
        lead={
          <>
            {await guideTitle(guide)}
            <span className="block">
              {t('share.until', { time: staffDates.moment(expiresAt) })}
            </span>
          </>
        }
      />
      <PreviewView guide={guide} base={`/previews/${key}`} query={await searchParams} />
    </>
  )
}
