import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { guideTitle } from '@/components/guide-editor/guide-title'
import type { PreviewQuery } from '@/components/guide-editor/preview/preview-choice'
import { PreviewView } from '@/components/guide-editor/preview/preview-view'
import { SharePanel } from '@/components/guide-editor/preview/share-panel'
import { Link } from '@/components/shell/link'
import { buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { previewLinks } from '@/lib/guide/queries/preview-links'
import { guideOr404 } from '../guide-or-404'
import { endShare, share } from './actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<PreviewQuery> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guidePreview')
  return { title: t('title'), robots: { index: false } }
}

/** A guide's draft, planned or not, as customers and staff will see it; else what is live. */
export default async function PreviewPage({ params, searchParams }: Props) {
  await requireViewer('guide.edit')
  const { id } = await params
  const guide = await guideOr404(id)
  const t = await getTranslations('guidePreview')
  const history = await getTranslations('guideHistory')
  return (
    <>
      <PageHeading title={t('title')} lead={await guideTitle(guide)}>
        <Link href={`/guides/${id}/rehearsal`} className={buttonClass('secondary')}>
          {t('rehearse')}
        </Link>
        <Link href={`/guides/${id}`} className={buttonClass('secondary')}>
          {history('back')}
        </Link>
      </PageHeading>
      <PreviewView guide={guide} base={`/guides/${id}/preview`} query={await searchParams} />
      <SharePanel
        guideId={id}
        links={await previewLinks(id, new Date())}
        share={share}
        endShare={endShare}
      />
    </>
  )
}
