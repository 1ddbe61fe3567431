import type { Day } from '@/lib/calendar/dates'
import type { StepKind } from '@/lib/guide/kinds'
import type { CardType, Channel, Reason, RefundState, Relation } from './words'
import type { Move, State } from './workflow'

/** A promise (承诺日期): the day, why that day, and whether its calendar is published (D2). */
export type DatePromise = { date: Day; estimated: boolean; reason: PromiseReason }

/** Why a promise stands on its day; each is worded in the catalogues. */
export const promiseReasons = ['from_submission', 'clock_ran_on', 'carrier_refused', 'pre_cancelled'] as const
export type PromiseReason = (typeof promiseReasons)[number]

/** Two: the decision, and the end. */
export type Promises = { decision: DatePromise | null; end: DatePromise | null }

/** A step as it was last noted: without personal values, which stand in the sealed parts under the same step. */
export type StepNote = { kind: StepKind; at: string; by: string | null; sequence: number; outcome: Record<string, unknown> }

export type Slip = { serial: number }
export type Receipt = { number: string; issuedAt: string }
export type Refund = { state: RefundState; amountFen: number; route: string }

/** What a request is told of whom and what, fixed at opening and mended by `amend`. */
export type Particulars = {
  store: string
  carrier: string
  region: string
  cardType: CardType
  channel: Channel
  relation: Relation
  reason: Reason
  revisionId: string
  documentType: string
  documentCountry: string | null
  applicantDocument: { type: string; country: string | null } | null
  authority: { kind: string; issuedOn: Day } | null
  contact: { phone: boolean; email: boolean; printedSlipOnly: boolean }
  previous: string | null
}

/** All that a request's events say, without personal values. The row of the request keeps it as a cache. */
export type RequestRecord = Particulars & {
  id: string
  reference: string
  state: State
  version: number
  customerWaiting: boolean
  openedAt: string
  updatedAt: string
  /** As `updatedAt`, reminders left out: from here the days to lapsing count. */
  touchedAt: string
  submittedAt: string | null
  approvedAt: string | null
  endedAt: string | null
  /** The move that ended it, with its coded reason where it has one. */
  ending: { move: Move; reason: string | null } | null
  steps: Record<string, StepNote>
  asked: { step: string }[]
  /** The day since which the clock stands still, while the customer is asked for something. */
  pausedOn: Day | null
  /** All whose hands touched it, in every round: none of them may approve. */
  people: { openedBy: string | null; amendedBy: string[]; submittedBy: string[]; identityNotedBy: string[] }
  preCancelled: { on: Day; reinstateUntil: Day } | null
  confirmedOn: Day | null
  promises: Promises
  slip: Slip
  receipt: Receipt | null
  cardOwed: boolean
  /** The account that has the request in hand. */
  assignee: string | null
  refund: Refund | null
  remindedAt: string | null
}

/** One row of the history with its plain facts. */
export type RecordedEvent = {
  sequence: number
  type: string
  at: string
  actor: { kind: 'account' | 'customer' | 'system'; id: string | null }
  facts: Record<string, unknown>
}

/** The note of the one step of this kind, or undefined; a guide has one step of each kind but instructions. */
export const noteOfKind = (record: RequestRecord, kind: StepKind): StepNote | undefined =>
  Object.values(record.steps).find((note) => note.kind === kind)
