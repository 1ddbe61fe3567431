import type { CardType, Channel } from '@/lib/domain/coded-values'

/** The kinds of steps: what a step records, and so what the process demands. */
export const stepKinds = [
  'instruction',
  'materials',
  'identity_check',
  'obligations',
  'balance',
  'advice',
  'application_form',
  'card_return',
  'device_unlock',
  'carrier_submission',
  'review_wait',
  'device_check',
  'receipt',
  'aftercare',
] as const
export type StepKind = (typeof stepKinds)[number]
/** Kinds that somebody notes: a wait for the review is over when the review is (P30). */
export type NotedKind = Exclude<StepKind, 'review_wait'>
export const isNoted = (kind: StepKind): kind is NotedKind => kind !== 'review_wait'
export const isStepKind = (word: string): word is StepKind =>
  (stepKinds as readonly string[]).includes(word)

/** When an instruction can be noted. */
export const instructionPhases = ['before_review', 'after_approval', 'after_completion'] as const
/** When a step's turn comes; nothing is noted `in_review`. */
export type Phase = (typeof instructionPhases)[number] | 'in_review'

/**
 * The phase of a kind on a channel; an instruction's depends on its position, see
 * `instructionPhase`.
 */
export function phaseOf(kind: Exclude<StepKind, 'instruction'>, channel: Channel): Phase {
  switch (kind) {
    case 'carrier_submission':
      return channel === 'online' ? 'before_review' : 'after_approval'
    case 'review_wait':
      return 'in_review'
    case 'device_check':
      return 'after_approval'
    case 'receipt':
    case 'aftercare':
      return 'after_completion'
    default:
      return 'before_review'
  }
}

/** The kinds that a guide for this path must contain to be published. */
export function kindsDemanded(cardType: CardType, channel: Channel): StepKind[] {
  const kinds: StepKind[] = [
    'materials',
    'identity_check',
    'obligations',
    'balance',
    'advice',
    'carrier_submission',
    'receipt',
    'aftercare',
  ]
  if (channel === 'online') kinds.push('review_wait')
  if (channel === 'in_store')
    kinds.push('application_form', cardType === 'sim' ? 'card_return' : 'device_unlock')
  if (cardType === 'esim') kinds.push('device_check')
  return kinds
}
