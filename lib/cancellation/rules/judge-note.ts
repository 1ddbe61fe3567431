import { isNoted } from '@/lib/domain/step-kinds'
import { stepPhase } from '@/lib/guide/resolve'
import type { GuideStep } from '@/lib/guide/schemas'
import type { Refusal } from '@/lib/result'
import { isCallMissedForGood } from './calls'
import { demands } from './demands'
import type { RequestRecord } from './request-record'
import { type Situation, worksAtStore } from './situation'
import type { DemandName } from './workflow'

/** Why a step cannot be noted now: an unmet demand, or the request's state. */
export type StepBlock =
  | DemandName
  | 'approved'
  | 'completed'
  | 'not_in_review'
  | 'not_ended'
  | 'asked_for'
  | 'derived'

export type NoteRefusal = Refusal<'not_yours' | 'unknown_step' | 'unmet'> & {
  unmet?: readonly StepBlock[]
}

// Demands that precede a step: no card is taken and nothing is submitted to the carrier before the
// number is matched to this holder, and an eSIM's profile is checked only after the subscription
// has ended (P7).
const firstOf = (step: GuideStep, channel: string): readonly DemandName[] => {
  if (step.kind === 'card_return') return ['identity_matched']
  if (step.kind === 'device_check') return ['carrier_submitted']
  if (step.kind === 'carrier_submission' && channel === 'online') {
    return [
      'materials_complete',
      'identity_matched',
      'obligations_clear',
      'balance_noted',
      'advice_acknowledged',
    ]
  }
  return []
}

/** The reasons why this step cannot be noted now; empty when it can. */
export function blocksOf(
  step: GuideStep,
  situation: Situation & { record: RequestRecord },
): StepBlock[] {
  const { record } = situation
  if (!isNoted(step.kind)) return ['derived']
  const phase = stepPhase(step, record.channel)
  // The carrier gave up ringing: it is submitted there again, whatever the review has come to (P15).
  const isAgain = step.kind === 'carrier_submission' && isCallMissedForGood(record)
  if (phase === 'after_completion') return record.state === 'completed' ? [] : ['completed']
  if (record.endedAt) return ['not_ended']
  if (phase === 'after_approval' && record.state !== 'closing') return ['approved']
  if (phase === 'before_review' && !isAgain) {
    if (record.state === 'in_review' || record.state === 'closing') return ['not_in_review']
    if (record.state === 'needs_info' && !record.asked.some((item) => item.step === step.id))
      return ['asked_for']
  }
  return firstOf(step, record.channel).filter((name) => !demands[name](situation, record))
}

/** Whether this actor may note this step now: null, or the refusal. */
export function judgeNote(
  stepId: string,
  situation: Situation & { record: RequestRecord },
): NoteRefusal | null {
  const { actor, guide, record } = situation
  const step = guide.steps.find((candidate) => candidate.id === stepId)
  // Customers note only their own actions: aftercare, and online the carrier's reference.
  const byCustomer =
    actor.kind === 'customer' &&
    (step?.kind === 'aftercare' ||
      (step?.kind === 'carrier_submission' && record.channel === 'online'))
  if (!byCustomer && !worksAtStore(actor)) return { code: 'not_yours' }
  if (!step) return { code: 'unknown_step' }
  const unmet = blocksOf(step, { ...situation, record })
  return unmet.length ? { code: 'unmet', unmet } : null
}
