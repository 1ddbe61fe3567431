import type { OneRequest } from '@/lib/cancellation/queries/one'
import { staleStep } from '@/lib/cancellation/rules/demands'
import { stepLifting } from '@/lib/cancellation/rules/walk'
import type { DemandName } from '@/lib/cancellation/rules/workflow'
import { groupId } from './walk/group-id'

/** An unmet demand, and the page or group where it is met; null where there is none. */
export type UnmetDemand = { name: DemandName; href: string | null }

/** Unmet demands of a request with where each is met. */
export function unmetDemandsOf(
  { record, situation }: Pick<OneRequest, 'record' | 'situation'>,
  names: readonly DemandName[],
): UnmetDemand[] {
  const page = `/requests/${record.reference}`
  return names.map((name) => {
    if (name === 'contact_reachable') return { name, href: `${page}/amend` }
    const step = name === 'facts_fresh' ? staleStep(situation) : stepLifting(name, situation.guide)
    return { name, href: step ? `${page}?step=${step.id}#${groupId(step.id)}` : null }
  })
}
