import type { Policy } from './situation'
import type { Relation } from '@/lib/domain/coded-values'
import type { DemandName } from './workflow'

/** What staff ask before taking any document. */
export type CounterAnswers = {
  relation: Relation
  keepNumber: boolean
  openObligations: readonly string[]
}

export type Verdict = { can: boolean; because: DemandName[] }

/**
 * Which demands already prevent recording the request today; demands about documents come later.
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
