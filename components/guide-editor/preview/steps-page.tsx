import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeading } from '@/components/ui/panel'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { previewPlace } from '@/lib/guide/preview-place'
import type { GuideToEdit } from '@/lib/guide/queries/editing'
import { previewed } from '@/lib/guide/queries/previews'
import { guideTitle } from '../guide-title'
import { PreviewBanner } from './preview-banner'
import { PreviewedSteps } from './previewed-steps'

/** A clerk's steps of a guide's draft, framed by nothing else of the desk. */
export async function StepsPage({
  guide,
  asked,
}: {
  guide: GuideToEdit
  asked: { carrier?: string; region?: string }
}) {
  const place = previewPlace(guide, asked, await carriersAndRegions())
  const shown = await previewed(guide, place)
  if (!shown) notFound()
  const t = await getTranslations('guidePreview')
  return (
    <>
      <PreviewBanner guide={guide} instead={shown.instead !== null} />
      <PageHeading title={t('side.steps')} lead={await guideTitle({ ...guide, ...place })} />
      <PreviewedSteps guide={guide} content={shown.content} place={place} />
    </>
  )
}
