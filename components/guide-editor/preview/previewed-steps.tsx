import { getLocale, getTranslations } from 'next-intl/server'
import { groupsOf, isNotedStep } from '@/components/requests/walk/groups-of'
import { StepRail } from '@/components/requests/walk/step-rail'
import { WalkScope } from '@/components/requests/walk/walk-scope'
import { type RehearsedMove, rehearse } from '@/lib/cancellation/rules/rehearsal'
import { walkOf } from '@/lib/cancellation/rules/walk'
import type { Phase } from '@/lib/domain/step-kinds'
import type { GuideToEdit } from '@/lib/guide/queries/editing'
import type { GuideContent } from '@/lib/guide/schemas'
import { inLocale } from '@/lib/i18n/bilingual'
import { PreviewedGroups } from './previewed-groups'

/** The phase whose form ends with a move; in review, staff note nothing. */
const phaseBefore = (move: RehearsedMove | null): Phase | null =>
  move === 'submit'
    ? 'before_review'
    : move === 'complete'
      ? 'after_approval'
      : move === null
        ? 'after_completion'
        : null

/**
 * The steps of a guide as a clerk has them before themselves on a request: each phase as it stands
 * when it begins, of a holder who comes in person. Nothing that is entered is kept.
 */
export async function PreviewedSteps({
  guide: { cardType, channel },
  content,
  place,
}: {
  guide: Pick<GuideToEdit, 'cardType' | 'channel'>
  content: GuideContent
  place: { carrier: string; region: string } | null
}) {
  const t = await getTranslations('walk.phase')
  const locale = await getLocale()
  const as = { cardType, channel, relation: 'self' as const, circumstances: [], ...place }
  const rounds = rehearse(content, as, new Date())
  const phases = await Promise.all(
    rounds.flatMap(({ begins, move }) => {
      const phase = phaseBefore(move)
      if (!phase) return []
      const walk = walkOf(begins).filter(isNotedStep)
      const one = { situation: begins, record: begins.record, identifiers: null, personal: null }
      const here = walk.filter((item) => item.phase === phase)
      return [groupsOf(one, here, { id: '' }).then((groups) => ({ phase, groups }))]
    }),
  )
  const first = rounds[0]
  const all = first ? walkOf(first.begins) : []
  return (
    <WalkScope
      first={phases[0]?.groups[0]?.step ?? null}
      className="grid items-start gap-4 xl:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <div className="hidden xl:sticky xl:top-4 xl:block">
        <StepRail
          now="before_review"
          steps={all.map(({ step, state, phase }) => ({
            ...{ step: step.id, title: inLocale(locale, step.staff.title), state, phase },
            fresh: false,
          }))}
        />
      </div>
      <div className="grid min-w-0 gap-6">
        {phases.map(({ phase, groups }) => (
          <section key={phase} aria-label={t(phase)} className="grid min-w-0 gap-2">
            <p className="font-semibold text-quiet">{t(phase)}</p>
            <PreviewedGroups groups={groups} />
          </section>
        ))}
      </div>
    </WalkScope>
  )
}
