import type { CarrierAnswer } from '@/lib/carriers/rulebook/answer'
import type { Day } from '@/lib/domain/days'
import type { GuideContent } from '@/lib/guide/schemas'
import type { RequestRecord } from './request-record'
import type { AnyMoveInput } from './move-inputs'
import type { DocumentType } from '@/lib/domain/identifiers/document'
import type { Relation } from '@/lib/domain/coded-values'
import type { Capacity } from './workflow'

/** What carrier and store allow, read from their tables (P1 to P5, P11): never hard-coded. */
export type Policy = CarrierAnswer & {
  obligations: readonly string[]
  /** Those of them that are money owed, which is paid at the counter (P28). */
  payable: readonly string[]
  waivable: readonly string[]
  factDays: number
  reviewDays: number
  closeDays: number
  fourEyes: boolean
  lapseDays: number
  uncollectedDays: number
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
  asked?: {
    relation: Relation
    /** The document by which the holder is identified; null where none is (an heir, a company). */
    document: DocumentType | null
    consent: boolean
    keepNumber: boolean
    liveElsewhere: boolean
  }
  /** The slip's code was entered and is correct. */
  slipCodeRight?: boolean
  today: Day
}
