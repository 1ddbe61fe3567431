import { getLocale, getTranslations } from 'next-intl/server'
import type { MembershipOf } from '@/lib/domain/permissions'
import { eventsSince } from '@/lib/cancellation/queries/since'
import { isMove } from '@/lib/cancellation/rules/workflow'
import { type FormState, refusedBy } from '@/lib/forms/form-state'
import { stepNames } from '@/lib/guide/queries/published'
import { staffDates } from '@/lib/i18n/dates'
import type { Refusal } from '@/lib/result'

/** A writer's refusal as a form state; for a stale version it lists who did what since. */
export async function refusedWithChanges(
  viewer: { memberships: readonly MembershipOf[] },
  { reference, version }: { reference: string; version?: number },
  refusal: Refusal,
): Promise<FormState> {
  const state = refusedBy(refusal)
  if (state.status !== 'refused' || state.code !== 'stale' || !version) return state
  const [events, steps, t, words] = await Promise.all([
    eventsSince(viewer, reference, version),
    stepNames(await getLocale()),
    getTranslations('walk'),
    getTranslations('words'),
  ])
  const what = ({ type, step }: (typeof events)[number]) => {
    if (isMove(type)) return words(`moved.${type}`)
    return type === 'note'
      ? t('timeline.note', { step: steps[step ?? ''] ?? step ?? '' })
      : t('timeline.other')
  }
  const since = events.map((event) => {
    const moment = staffDates.moment(event.at)
    return `${moment} ${event.by ?? t('timeline.system')}${words('colon')}${what(event)}`
  })
  return { ...state, since }
}
