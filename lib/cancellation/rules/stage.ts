import type { RequestRecord } from './request-record'

/** The stages shown to customers; each has its text in the catalogues. */
export const stages = [
  'recorded',
  'under_review',
  'waiting_for_you',
  'with_carrier',
  'pre_cancelled',
  'cancelled',
  'not_accepted',
  'withdrawn',
  'lapsed',
  'displaced',
] as const
export type Stage = (typeof stages)[number]

/** The stage (进度) of a request. */
export function stageOf(record: Pick<RequestRecord, 'state' | 'preCancelled' | 'ending'>): Stage {
  switch (record.state) {
    case 'open':
      return 'recorded'
    case 'in_review':
      return 'under_review'
    case 'needs_info':
      return 'waiting_for_you'
    case 'closing':
      return record.preCancelled ? 'pre_cancelled' : 'with_carrier'
    case 'completed':
      return 'cancelled'
    case 'rejected':
      return 'not_accepted'
    case 'withdrawn':
      return record.ending?.move === 'lapse'
        ? 'lapsed'
        : record.ending?.move === 'displace'
          ? 'displaced'
          : 'withdrawn'
  }
}

/** Whether the customer can still stop it: until approval, the point of no return. */
export const canBeStopped = (record: Pick<RequestRecord, 'state'>) =>
  ['open', 'in_review', 'needs_info'].includes(record.state)

const way = ['recorded', 'under_review', 'with_carrier', 'cancelled'] as const
type ProgressStep = (typeof way)[number]

/** The stages of the status page's progress bar, and the current one. */
export function progressOf(stage: Stage): {
  steps: readonly ProgressStep[]
  current: number
  ended: boolean
} {
  const on: Partial<Record<Stage, number>> = {
    recorded: 0,
    under_review: 1,
    waiting_for_you: 1,
    with_carrier: 2,
    pre_cancelled: 2,
    cancelled: 3,
  }
  const current = on[stage]
  return {
    steps: way,
    current: current ?? -1,
    ended: current === undefined || stage === 'cancelled',
  }
}
