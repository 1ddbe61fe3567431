import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { guideTitle } from '@/components/guide-editor/guide-title'
import { CompareForm } from '@/components/guide-editor/history/compare-form'
import { Comparison } from '@/components/guide-editor/history/comparison'
import { versionName } from '@/components/guide-editor/history/version-name'
import { Link } from '@/components/shell/link'
import { buttonClass } from '@/components/ui/button'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { versionContent } from '@/lib/guide/queries/versions'
import { versionIn } from '@/lib/guide/versions'
import { guideOr404 } from '../guide-or-404'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ from?: string; to?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guideHistory')
  return { title: t('title') }
}

/** Two versions of a guide beside each other; the draft, planned or not, counts as one. */
export default async function ComparePage({ params, searchParams }: Props) {
  await requireViewer('guide.edit')
  const { id } = await params
  const guide = await guideOr404(id)
  const query = await searchParams
  // Without an address of two: what the draft would change, else what the newest one changed.
  const newest = guide.draft ? 'draft' : guide.revision
  const to = query.to ? versionIn(query.to) : newest
  const before = guide.draft ? guide.revision : (guide.revision ?? 0) - 1
  const from = query.from ? versionIn(query.from) : before || guide.revision || newest
  const [earlier, later] = await Promise.all([
    from && versionContent(guide, from),
    to && versionContent(guide, to),
  ])
  if (!from || !to || !earlier || !later) notFound()
  const t = await getTranslations('guideHistory')
  const named = await versionName(guide)
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeading title={t('title')} lead={await guideTitle(guide)}>
        <Link href={`/guides/${id}`} className={buttonClass('secondary')}>
          {t('back')}
        </Link>
      </PageHeading>
      <Panel className="no-print mb-6">
        <CompareForm key={`${from} ${to}`} guide={guide} from={from} to={to} />
      </Panel>
      <Panel title={t('fromTo', { from: named(from), to: named(to) })}>
        <Comparison before={earlier} after={later} />
      </Panel>
    </div>
  )
}
