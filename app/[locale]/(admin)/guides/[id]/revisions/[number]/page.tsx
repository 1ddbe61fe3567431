import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { guideTitle } from '@/components/guide-editor/guide-title'
import { VersionFacts } from '@/components/guide-editor/history/version-facts'
import { VersionText } from '@/components/guide-editor/history/version-text'
import { Link } from '@/components/shell/link'
import { buttonClass } from '@/components/ui/button'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { versionContent } from '@/lib/guide/queries/versions'
import { versionIn } from '@/lib/guide/versions'
import { guideOr404 } from '../../guide-or-404'

type Props = { params: Promise<{ id: string; number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('guides')
  return { title: t('revision', { number: Number((await params).number) || 0 }) }
}

/** A published version of a guide to read, as customers and staff read it. */
export default async function RevisionPage({ params }: Props) {
  await requireViewer('guide.edit')
  const { id, number: named } = await params
  const guide = await guideOr404(id)
  const number = versionIn(named)
  const content = number && (await versionContent(guide, number))
  if (!content || number === 'draft') notFound()
  const t = await getTranslations('guideHistory')
  const guides = await getTranslations('guides')
  const to = (path: string) => `/guides/${id}/${path}`
  const isLive = number === guide.revision
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeading
        title={guides('revision', { number }) + (isLive ? ` · ${guides('live')}` : '')}
        lead={await guideTitle(guide)}
      >
        {number > 1 && (
          <Link href={to(`revisions/${number - 1}`)} className={buttonClass('secondary')}>
            {t('earlier')}
          </Link>
        )}
        {!isLive && (
          <Link href={to(`revisions/${number + 1}`)} className={buttonClass('secondary')}>
            {t('later')}
          </Link>
        )}
        <Link href={`/guides/${id}`} className={buttonClass('secondary')}>
          {t('back')}
        </Link>
      </PageHeading>
      <Panel className="mb-6">
        <VersionFacts guide={guide} number={number} />
        <p className="no-print mt-4 flex flex-wrap gap-2">
          {number > 1 && (
            <Link
              href={to(`compare?from=${number - 1}&to=${number}`)}
              className={buttonClass('secondary')}
            >
              {t('whatChanged')}
            </Link>
          )}
          {!isLive && (
            <>
              <Link
                href={to(`compare?from=${number}&to=${guide.revision}`)}
                className={buttonClass('secondary')}
              >
                {t('withLive')}
              </Link>
              <Link href={to(`revisions/${number}/restore`)} className={buttonClass('secondary')}>
                {t('restore')}
              </Link>
            </>
          )}
        </p>
      </Panel>
      <VersionText content={content} />
    </div>
  )
}
