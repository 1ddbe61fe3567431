import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StepsPage } from '@/components/guide-editor/preview/steps-page'
import { requireViewer } from '@/lib/auth/viewer'
import { guideOr404 } from '../../../../../(admin)/guides/[id]/guide-or-404'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ carrier?: string; region?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guidePreview')
  return { title: t('title') }
}

/** A clerk's steps of a guide's draft, for those who edit it. */
export default async function StepsPreviewPage({ params, searchParams }: Props) {
  await requireViewer('guide.edit')
  return <StepsPage guide={await guideOr404((await params).id)} asked={await searchParams} />
}
