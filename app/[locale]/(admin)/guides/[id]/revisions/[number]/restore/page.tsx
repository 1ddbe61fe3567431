import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { guideTitle } from '@/components/guide-editor/guide-title'
import { Comparison } from '@/components/guide-editor/history/comparison'
import { versionName } from '@/components/guide-editor/history/version-name'
import { NoteForm } from '@/components/guide-editor/note-form'
import { Link } from '@/components/shell/link'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { versionContent } from '@/lib/guide/queries/versions'
import { versionIn } from '@/lib/guide/versions'
import { staffDates } from '@/lib/i18n/dates'
import { takeBack } from '../../../../actions'
import { guideOr404 } from '../../../guide-or-404'

type Props = { params: Promise<{ id: string; number: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guideHistory')
  return { title: t('restore') }
}

/** What publishing an earlier version again changes for customers, and the button that does it. */
export default async function RestorePage({ params }: Props) {
  await requireViewer('guide.edit')
  const { id, number: named } = await params
  const guide = await guideOr404(id)
  const number = versionIn(named)
  const { revision: live, draft } = guide
  if (!number || number === 'draft' || !live || !guide.live) notFound()
  const content = await versionContent(guide, number)
  if (!content) notFound()
  const t = await getTranslations('guideHistory')
  const guides = await getTranslations('guides')
  const nameOf = await versionName(guide)
  const running = guide.revisions.reduce((sum, one) => sum + one.running, 0)
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeading title={t('restoreTitle', { number })} lead={await guideTitle(guide)}>
        <Link href={`/guides/${id}/revisions/${number}`} className={buttonClass('secondary')}>
          {t('read', { number })}
        </Link>
        <Link href={`/guides/${id}`} className={buttonClass('secondary')}>
          {t('back')}
        </Link>
      </PageHeading>
      {number === live ? (
        <Notice tone="info" title={t('restoreLive', { number })} />
      ) : (
        <>
          <Panel className="mb-6" title={t('fromTo', { from: nameOf(live), to: nameOf(number) })}>
            <Comparison before={guide.live} after={content} />
          </Panel>
          <Panel title={guides('publishTitle')}>
            <div className="grid gap-4">
              <p>{t('restoreText', { number, next: live + 1 })}</p>
              <p className="text-sm text-quiet">{guides('running', { count: running })}</p>
              {draft?.planned ? (
                <Notice
                  tone="warn"
                  title={t('restorePlanned', { time: staffDates.moment(draft.planned.at) })}
                />
              ) : (
                draft && <Notice tone="info" title={t('restoreDraft')} />
              )}
              <NoteForm
                action={takeBack}
                values={{ $guide: id, $number: String(number), $live: String(live) }}
                scope="restore"
                save={t('restoreNow', { number })}
              />
            </div>
          </Panel>
        </>
      )}
    </div>
  )
}
