import { type Phase, isNoted } from '@/lib/domain/step-kinds'
import { stepPhase } from '@/lib/guide/resolve'
import type { GuideStep } from '@/lib/guide/schemas'
import { demands } from './demands'
import type { RequestRecord } from './request-record'
import { type StepBlock, blocksOf } from './judge-note'
import type { Situation } from './situation'
import type { DemandName } from './workflow'

/**
 * `partial`: noted, but its demand is not met; `ready`: can be noted now; `blocked`: cannot be
 * noted yet, with the reason; `waiting`: others are at it, and nobody notes it.
 */
export const walkStates = ['done', 'partial', 'ready', 'blocked', 'waiting'] as const
export type WalkState = (typeof walkStates)[number]

export type WalkStep = {
  step: GuideStep
  phase: Phase
  state: WalkState
  blocks: StepBlock[]
  optional: boolean
}

// A noted step can still leave its demand unmet: an obligation not yet cleared, a missing material,
// an identity that was taken over from another number of the visit, a submission that the carrier
// ended over missed calls, a refund without its account.
const demandOf: Partial<Record<GuideStep['kind'], DemandName>> = {
  materials: 'materials_complete',
  obligations: 'obligations_clear',
  identity_check: 'identity_matched',
  carrier_submission: 'carrier_submitted',
  balance: 'balance_noted',
}

/** The task list of a request, in the guide's order. */
export function walkOf(situation: Situation & { record: RequestRecord }): WalkStep[] {
  const { guide, record } = situation
  return guide.steps.map((step) => {
    const blocks = blocksOf(step, situation)
    const noted = record.steps[step.id] !== undefined
    const demand = demandOf[step.kind]
    const met = !demand || demands[demand](situation, record)
    const state = !isNoted(step.kind)
      ? reviewState(record)
      : noted
        ? met
          ? 'done'
          : 'partial'
        : blocks.length
          ? 'blocked'
          : 'ready'
    return {
      step,
      phase: stepPhase(step, record.channel),
      state,
      blocks,
      optional: step.kind === 'instruction' && !step.required,
    }
  })
}

// The wait for the review is derived (P30): nobody ticks it, and a tick of an older revision's
// instruction says nothing.
function reviewState({ state, approvedAt, ending }: RequestRecord): WalkState {
  if (approvedAt || ending?.move === 'reject') return 'done'
  return state === 'in_review' || state === 'needs_info' ? 'waiting' : 'blocked'
}

/** The step to do next: the first possible required one, else the first optional one. */
export function nextStep(walk: readonly WalkStep[]): WalkStep | undefined {
  const open = walk.filter(
    (item) => (item.state === 'ready' || item.state === 'partial') && item.blocks.length === 0,
  )
  return open.find((item) => !item.optional) ?? open[0]
}

/** The step that satisfies a demand, by its kind; undefined when none does. */
export function stepLifting(demand: DemandName, guide: Situation['guide']): GuideStep | undefined {
  const kind = liftedBy[demand]
  return kind && guide.steps.find((step) => step.kind === kind)
}

/** The demand that a step of this kind satisfies; undefined for kinds that none asks for. */
export const demandLiftedBy = (kind: GuideStep['kind']): DemandName | undefined =>
  (Object.keys(liftedBy) as DemandName[]).find((name) => liftedBy[name] === kind)

const liftedBy: Partial<Record<DemandName, GuideStep['kind']>> = {
  materials_complete: 'materials',
  identity_matched: 'identity_check',
  obligations_clear: 'obligations',
  balance_noted: 'balance',
  advice_acknowledged: 'advice',
  instructions_done: 'instruction',
  form_signed: 'application_form',
  card_accounted: 'card_return',
  device_ready: 'device_unlock',
  carrier_submitted: 'carrier_submission',
  device_checked: 'device_check',
}
