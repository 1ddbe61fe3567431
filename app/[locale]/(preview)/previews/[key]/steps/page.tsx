import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StepsPage } from '@/components/guide-editor/preview/steps-page'
import { requireViewer } from '@/lib/auth/viewer'
import { sharedGuideOr404 } from '../../../../(desk)/previews/[key]/shared-guide-or-404'

type Props = {
  params: Promise<{ key: string }>
  searchParams: Promise<{ carrier?: string; region?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guidePreview')
  return { title: t('title') }
}

/** A clerk's steps of a guide's draft, for colleagues who were given a link. */
export default async function SharedStepsPage({ params, searchParams }: Props) {
  await requireViewer('account.use')
  const { guide } = await sharedGuideOr404((await params).key)
  return <StepsPage guide={guide} asked={await searchParams} />
}
