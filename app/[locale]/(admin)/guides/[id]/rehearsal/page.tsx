import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { guideTitle } from '@/components/guide-editor/guide-title'
import { RehearsalForm } from '@/components/guide-editor/rehearsal/rehearsal-form'
import { RehearsalRounds } from '@/components/guide-editor/rehearsal/rehearsal-rounds'
import { Notice } from '@/components/ui/notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { circumstancesOn } from '@/lib/domain/circumstances'
import { rehearse } from '@/lib/cancellation/rules/rehearsal'
import { isCircumstance, isRelation } from '@/lib/domain/coded-values'
import { checkDraft } from '@/lib/guide/checks'
import { contentOf } from '@/lib/guide/draft'
import { linkTargets } from '@/lib/guide/queries/targets'
import { Link } from '@/components/shell/link'
import { guideOr404 } from '../guide-or-404'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ relation?: string; circumstance?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guides.rehearsal')
  return { title: t('heading') }
}

/** A rehearsal of the draft, or of the live guide where there is no draft. */
export default async function RehearsalPage({ params, searchParams }: Props) {
  await requireViewer('guide.edit')
  const { id } = await params
  const guide = await guideOr404(id)
  const content = guide.draft ? contentOf(guide.draft.content) : guide.live
  if (!content) notFound()
  const query = await searchParams
  const relation = isRelation(query.relation ?? '') ? (query.relation as 'self') : 'self'
  const chosen = [query.circumstance ?? []].flat().filter(isCircumstance)
  const possible = circumstancesOn(guide.cardType, guide.channel)
  const t = await getTranslations('guides')
  const faults = guide.draft
    ? checkDraft(
        guide.draft.content,
        guide.cardType,
        guide.channel,
        await linkTargets(guide.draft.content),
      )
    : []
  const locale = await getLocale()
  const rounds = rehearse(
    content,
    { cardType: guide.cardType, channel: guide.channel, relation, circumstances: chosen },
    new Date(),
  )
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading
        title={t('rehearsal.heading')}
        lead={[
          await guideTitle(guide),
          guide.draft ? t('rehearsal.ofDraft') : t('rehearsal.ofLive'),
        ].join(' · ')}
      />
      <p className="mb-4">
        <Link href={`/guides/${id}`} className="text-accent underline">
          {t('rehearsal.back')}
        </Link>
      </p>
      {faults.length > 0 && <Notice tone="warn" className="mb-6" title={t('rehearsal.faulty')} />}
      <Panel className="mb-6">
        <RehearsalForm relation={relation} possible={possible} chosen={chosen} />
      </Panel>
      <RehearsalRounds rounds={rounds} locale={locale} />
    </div>
  )
}
