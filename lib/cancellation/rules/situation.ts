import type { Day } from '@/lib/domain/days'
import type { GuideContent } from '@/lib/guide/schemas'
import type { RequestRecord } from './request-record'
import type { AnyMoveInput } from './move-inputs'
import type { Relation } from '@/lib/domain/coded-values'
import type { Capacity } from './workflow'

/** What carrier and store allow, read from their tables (P1 to P5, P11): never hard-coded. */
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
  /** Days at a month's end, and hours, without online requests (P8). */
  monthEndDays: number
  onlineFrom: string | null
  onlineTo: string | null
  /** The age from which people act for themselves and for others (P25). */
  adultAge: number
}

/** The actor and their capacities for this request. */
export type JudgedActor = {
  kind: 'account' | 'customer' | 'system'
  id: string | null
  capacities: readonly Capacity[]
}

/** Whether the actor is staff or a reviewer of the request's store. */
export const worksAtStore = ({ capacities }: Pick<JudgedActor, 'capacities'>): boolean =>
  capacities.includes('staff') || capacities.includes('reviewer')

/** Everything that a decision depends on: neither clock nor database is read. */
export type Situation = {
  record: RequestRecord | null
  guide: Pick<GuideContent, 'steps' | 'materials'>
  policy: Policy
  actor: JudgedActor
  /** The move's input; its shape is validated beforehand. */
  input: AnyMoveInput
  /** For opening and amending: the requested particulars. */
  asked?: { relation: Relation; consent: boolean; keepNumber: boolean; liveElsewhere: boolean }
  /** The slip's code was entered and is correct. */
  slipCodeRight?: boolean
  today: Day
}
