import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActNotice, type ActSaid } from '@/components/guide-editor/act-notice'
import { DraftKeeper } from '@/components/guide-editor/draft-keeper'
import { EarlierDrafts } from '@/components/guide-editor/earlier-drafts'
import { GuideIndex } from '@/components/guide-editor/guide-index'
import { InheritanceNotice } from '@/components/guide-editor/inheritance/inheritance-notice'
import { GuideForm } from '@/components/guide-editor/guide-form'
import { PublishPanel } from '@/components/guide-editor/publish-panel'
import { RevisionList } from '@/components/guide-editor/revision-list'
import { RetirePanel } from '@/components/guide-editor/retire-panel'
import { experienceWords } from '@/components/guide-editor/experience-words'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { narrowingWords } from '@/lib/carriers/names'
import { checkDraft } from '@/lib/guide/checks'
import { draftSchema } from '@/lib/guide/draft'
import { withOwnWords } from '@/lib/guide/own-words'
import { conflictsOf, earlierDrafts } from '@/lib/guide/queries/drafts'
import { stepExperience } from '@/lib/guide/queries/feedback'
import { inheritanceOf } from '@/lib/guide/queries/inheritance'
import { linkTargets } from '@/lib/guide/queries/targets'
import { keepDraft, publish, restore, retire, throwAway, unplan } from '../actions'
import { guideOr404 } from './guide-or-404'
import { staffDates } from '@/lib/i18n/dates'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<ActSaid> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guides')
  return { title: t('heading') }
}

/** A guide: its draft, what publishing it changes, and all revisions. */
export default async function GuideEditorPage({ params, searchParams }: Props) {
  const viewer = await requireViewer('guide.edit')
  const { id } = await params
  const guide = await guideOr404(id)
  const t = await getTranslations('guides')
  const words = await getTranslations('words')
  const locale = await getLocale()
  const values = { $guide: id, $seen: String(guide.seen) }
  const content = guide.draft?.content ?? draftSchema.parse(guide.live ?? {})
  const [targets, experience, named, conflicts, earlier, inheritance] = await Promise.all([
    linkTargets(content),
    stepExperience(id, new Date()),
    carriersAndRegions(),
    conflictsOf(id, viewer.id),
    earlierDrafts(id, new Date()),
    inheritanceOf(guide),
  ])
  const narrowing = narrowingWords(locale, guide, named) || t('everyone')
  const said = await searchParams
  const planned = guide.draft?.planned
  const faults = guide.draft ? checkDraft(content, guide.cardType, guide.channel, targets) : []
  const standing = guide.draft
    ? faults.length
      ? t('standing.faults', { count: faults.length })
      : t('standing.ready')
    : t('standing.none')
  const lead = guide.draft
    ? t('draftBy', {
        name: guide.draft.updatedBy ?? '',
        time: staffDates.moment(guide.draft.updatedAt),
      })
    : t('noDraft')
  return (
    <>
      <PageHeading
        title={
          `${words(`cardType.${guide.cardType}`)} · ${words(`channel.${guide.channel}`)} · ` +
          `${narrowing}`
        }
        lead={lead}
      />
      <ActNotice guide={guide} said={said} />
      {guide.retired && (
        <Notice tone="warn" className="mb-6" title={t('retiredTitle')}>
          {t('retiredText')}
        </Notice>
      )}
      {inheritance && <InheritanceNotice guideId={id} inheritance={inheritance} names={named} />}
      <DraftKeeper
        key={`${said.saved} ${planned?.at}`}
        guideId={id}
        action={keepDraft}
        version={guide.seen}
        saved={{ content, conflicts }}
      >
        <div
          className={
            'grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] ' +
            'xl:grid-cols-[12rem_minmax(0,1fr)_22rem]'
          }
        >
          {!planned && (
            <div className="min-w-0 lg:col-span-2 xl:sticky xl:top-4 xl:col-span-1">
              <GuideIndex content={content} locale={locale} />
            </div>
          )}
          {planned ? (
            <Notice tone="warn" title={t('plannedLock')}>
              {t('plannedLockText')}
            </Notice>
          ) : (
            <GuideForm
              guideId={id}
              standing={standing}
              content={withOwnWords(content, conflicts)}
              locale={locale}
              experience={await experienceWords(experience)}
            />
          )}
          <div className="grid gap-6">
            <PublishPanel
              guide={guide}
              targets={targets}
              values={values}
              publish={publish}
              throwAway={throwAway}
              unplan={unplan}
            />
            <EarlierDrafts guide={guide} drafts={earlier} restore={restore} />
            <RevisionList guide={guide} />
            {(guide.carrier || guide.region) && <RetirePanel guide={guide} retire={retire} />}
          </div>
        </div>
      </DraftKeeper>
    </>
  )
}
