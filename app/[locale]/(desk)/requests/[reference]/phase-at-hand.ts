import { unmetDemandsOf } from '@/components/requests/unmet-demands'
import { isNotedStep } from '@/components/requests/walk/groups-of'
import { offeredMoves } from '@/lib/cancellation/queries/offered-moves'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { isCallMissedForGood } from '@/lib/cancellation/rules/calls'
import { reinstatableUntil } from '@/lib/cancellation/rules/questions'
import { stepLifting, walkOf } from '@/lib/cancellation/rules/walk'
import type { State } from '@/lib/cancellation/rules/workflow'
import type { Phase } from '@/lib/domain/step-kinds'

/** The phase that is worked on in a state; none while others decide, and after an early end. */
const phaseNow: Partial<Record<State, Phase>> = {
  open: 'before_review',
  needs_info: 'before_review',
  closing: 'after_approval',
  completed: 'after_completion',
}
/** The move that ends a phase, made by the same button that saves its steps. */
const moveOf: Partial<Record<State, 'submit' | 'complete'>> = {
  open: 'submit',
  closing: 'complete',
}

/**
 * What this person works on now: the phase with its steps, those noted before it, and the move that
 * ends it; `now` is null, and there are no steps, while others decide and after an early end.
 * `again`: a submission to the carrier has to be made anew (P15).
 */
export function phaseAtHand(one: OneRequest) {
  const { record, situation } = one
  const walk = walkOf(situation)
  // In review nothing is noted but a submission to the carrier that has to be made again (P15).
  const again = record.state === 'in_review' && isCallMissedForGood(record)
  const now = again ? 'before_review' : (phaseNow[record.state] ?? null)
  const noted = walk.filter(isNotedStep)
  const here = noted.filter(
    ({ phase, step }) => phase === now && (!again || step.kind === 'carrier_submission'),
  )
  const before = noted.filter((item) => !here.includes(item) && record.steps[item.step.id])
  const offered = offeredMoves(situation)
  const ending = offered.find(({ move }) => move === moveOf[record.state])
  // Whoever goes by the slip alone signs it at the counter: a tick of the same form.
  const signsSlip = ending?.move === 'submit' && ending.unmet.includes('contact_reachable')
  const missing = (ending?.unmet ?? []).filter((name) => {
    if (name === 'contact_reachable') return false
    const step = stepLifting(name, situation.guide)
    return !here.some((item) => item.step.id === step?.id)
  })
  const move = ending
    ? {
        name: ending.move as 'submit' | 'complete',
        missing: unmetDemandsOf(one, missing),
        signsSlip,
        reinstatableUntil: reinstatableUntil(record, situation.today),
        // A reviewer who completes it is mostly not the one whom the customer waits for.
        atCounter:
          record.channel === 'in_store' &&
          record.customerWaiting &&
          situation.actor.capacities.includes('staff'),
      }
    : null
  return { walk, now, again, here, before, offered, ending, move }
}
