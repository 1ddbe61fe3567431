import type { Day } from '@/lib/domain/days'
import type { GuideContent } from '@/lib/guide/schemas'
import type { RequestRecord } from './request-record'
import type { AnyMoveInput } from './move-inputs'
import type { Relation } from '@/lib/domain/coded-values'
import type { Capacity } from './workflow'

/**
 * What carrier and store allow, read from their tables (P1 to P5, P11): never constants of the
 * code.
 */
export type Policy = {
  offered: boolean
  storeServes: boolean
  applicants: readonly string[]
  obligations: readonly string[]
  waivable: readonly string[]
  preCancels: boolean
  reinstateDays: number
  factDays: number
  reviewDays: number
  closeDays: number
  fourEyes: boolean
  lapseDays: number
  uncollectedDays: number
  /** P8: days at a month's end, and hours, without online requests. */
  monthEndDays: number
  onlineFrom: string | null
  onlineTo: string | null
}

/** Whoever acts, and what they are to this request. */
export type JudgedActor = {
  kind: 'account' | 'customer' | 'system'
  id: string | null
  capacities: readonly Capacity[]
}

/** Whether somebody works at the request's store: its staff, or a reviewer of it. */
export const worksAtStore = ({ capacities }: Pick<JudgedActor, 'capacities'>): boolean =>
  capacities.includes('staff') || capacities.includes('reviewer')

/** All that a judgement rests on. No clock and no database stand behind it. */
export type Situation = {
  record: RequestRecord | null
  guide: Pick<GuideContent, 'steps' | 'materials'>
  policy: Policy
  actor: JudgedActor
  /** What the move carries; its shape is checked before. */
  input: AnyMoveInput
  /** Opening and amending: what is asked for. */
  asked?: { relation: Relation; consent: boolean; keepNumber: boolean; liveElsewhere: boolean }
  /** The slip's code was given and is right. */
  slipCodeRight?: boolean
  today: Day
}
