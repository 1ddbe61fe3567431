import { getLocale, getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import type { FormActionOf } from '@/components/settings/settings-form'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { checkDraft } from '@/lib/guide/checks'
import { differencesOf } from '@/lib/guide/differences'
import { contentOf, draftSchema } from '@/lib/guide/draft'
import type { LinkTargets } from '@/lib/guide/links'
import type { GuideToEdit } from '@/lib/guide/queries/editing'
import { Link } from '@/components/shell/link'
import { DifferenceList } from './difference-list'
import { DiscardForm } from './discard-form'
import { FaultList } from './fault-list'
import { PublishForm } from './publish-form'
import { guideWording } from './wording'
import { staffDates } from '@/lib/i18n/dates'

type Props = {
  guide: GuideToEdit
  targets: LinkTargets
  values: Record<string, string>
  publish: FormActionOf
  throwAway: FormActionOf
  unplan: FormActionOf
}

/**
 * What blocks the draft, what it changes, how many running requests keep their revision, and the
 * ways to publish it.
 */
export async function PublishPanel({ guide, targets, values, publish, throwAway, unplan }: Props) {
  const t = await getTranslations('guides')
  const words = await getTranslations('words')
  const history = await getTranslations('guideHistory')
  const { draft, live } = guide
  const preview = (
    <Link href={`/guides/${guide.id}/preview`} className={buttonClass('secondary')}>
      {(await getTranslations('guidePreview'))('title')}
    </Link>
  )
  if (!draft)
    return (
      <Panel id="publish" title={t('publishTitle')}>
        <p className="mb-4 text-quiet">{t('noDraft')}</p>
        {preview}
      </Panel>
    )
  const wording = await guideWording(await getLocale(), [
    draft.content,
    live && draftSchema.parse(live),
  ])
  const faults = checkDraft(draft.content, guide.cardType, guide.channel, targets)
  const differences = live ? differencesOf(live, contentOf(draft.content)) : []
  const running = guide.revisions.reduce((sum, revision) => sum + revision.running, 0)
  const when = (moment: string) => staffDates.moment(moment)
  return (
    <Panel id="publish" title={t('publishTitle')}>
      <div className="grid gap-5">
        {draft.planFailedAt && (
          <Notice tone="bad" title={t('planFailed', { time: when(draft.planFailedAt) })} />
        )}
        {draft.planned && (
          <Notice tone="warn" title={t('planned', { time: when(draft.planned.at) })}>
            <p>
              {draft.planned.by}
              {words('colon')}
              {draft.planned.note}
            </p>
            <div className="mt-2">
              <OneButtonForm look="secondary" action={unplan} values={values}>
                {t('unplan')}
              </OneButtonForm>
            </div>
          </Notice>
        )}
        <FaultList faults={faults} place={wording.place} fieldAt={wording.fieldAt} />
        <div>
          <h3 className="mb-1 font-semibold">{t('changes')}</h3>
          {differences.length ? (
            <DifferenceList differences={differences} wording={wording} />
          ) : (
            <p className="text-quiet">{live ? t('noChanges') : t('firstRevision')}</p>
          )}
          {live && differences.length > 0 && (
            <Link
              href={`/guides/${guide.id}/compare?from=${guide.revision}&to=draft`}
              className="mt-2 inline-flex min-h-9 items-center text-accent underline"
            >
              {history('wordByWord')}
            </Link>
          )}
        </div>
        <p className="text-sm text-quiet">{t('running', { count: running })}</p>
        <div className="flex flex-wrap gap-2">
          {preview}
          <Link href={`/guides/${guide.id}/rehearsal`} className={buttonClass('secondary')}>
            {t('rehearse')}
          </Link>
        </div>
        {faults.length === 0 && !draft.planned && <PublishForm action={publish} values={values} />}
        {!draft.planned && (
          <DiscardForm action={throwAway} values={values} count={differences.length} />
        )}
      </div>
    </Panel>
  )
}
