import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { GuideForm } from '@/components/guide-editor/guide-form'
import { PublishPanel } from '@/components/guide-editor/publish-panel'
import { RevisionList } from '@/components/guide-editor/revision-list'
import { SavedNotice } from '@/components/settings/saved-notice'
import { PageHeading } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { draftSchema } from '@/lib/guide/draft'
import { guideToEdit } from '@/lib/guide/queries'
import { keepDraft, publish, takeBack, throwAway } from '../actions'
import { isUuid } from '@/lib/identifiers/uuid'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ saved?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guides')
  return { title: t('heading') }
}

/** One guide: its draft, what publishing it would change, and every revision. */
export default async function GuideEditorPage({ params, searchParams }: Props) {
  await requireViewer('guide.edit')
  const { id } = await params
  const guide = isUuid(id) ? await guideToEdit(id) : null
  if (!guide) notFound()
  const t = await getTranslations('guides')
  const words = await getTranslations('words')
  const format = await getFormatter()
  const locale = await getLocale()
  const values = { $guide: id, $seen: String(guide.draft?.version ?? 0) }
  const content = guide.draft?.content ?? draftSchema.parse(guide.live ?? {})
  const narrowing = [guide.carrier, guide.region].filter(Boolean).join(' · ') || t('everyone')
  const lead = guide.draft ? t('draftBy', { name: guide.draft.updatedBy ?? '', time: format.dateTime(new Date(guide.draft.updatedAt), 'moment') }) : t('noDraft')
  return (
    <>
      <PageHeading title={`${words(`cardType.${guide.cardType}`)} · ${words(`channel.${guide.channel}`)} · ${narrowing}`} lead={lead} />
      <SavedNotice saved={(await searchParams).saved} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
        <GuideForm key={`${values.$seen}.${guide.revisions.length}`} action={keepDraft} values={values} content={content} locale={locale} />
        <div className="grid gap-6">
          <PublishPanel guide={guide} values={values} publish={publish} throwAway={throwAway} />
          <RevisionList guide={guide} takeBack={takeBack} />
        </div>
      </div>
    </>
  )
}
