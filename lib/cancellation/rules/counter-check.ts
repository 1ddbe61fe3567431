import type { Policy } from './situation'
import type { Relation } from '@/lib/domain/coded-values'
import type { DemandName } from './workflow'

/** What a clerk has asked before any document is taken. */
export type CounterAnswers = {
  relation: Relation
  keepNumber: boolean
  openObligations: readonly string[]
}

export type Verdict = { can: boolean; because: DemandName[] }

/**
 * Whether the visit can be taken up today, by the demands that stand before it; those of the
 * documents come later.
 */
export function counterCheck(
  policy: Pick<Policy, 'offered' | 'storeServes' | 'applicants'>,
  { relation, keepNumber, openObligations }: CounterAnswers,
): Verdict {
  const unmet: [DemandName, boolean][] = [
    ['number_not_kept', keepNumber],
    ['channel_offered', !policy.offered],
    ['store_serves', !policy.storeServes],
    ['applicant_allowed', relation !== 'self' && !policy.applicants.includes(relation)],
    ['obligations_clear', openObligations.length > 0],
  ]
  const because = unmet.flatMap(([name, holds]) => (holds ? [name] : []))
  return { can: because.length === 0, because }
}
