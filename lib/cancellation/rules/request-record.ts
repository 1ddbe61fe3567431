import type { Day } from '@/lib/domain/days'
import type { NotedKind, StepKind } from '@/lib/domain/step-kinds'
import type { CarrierCall } from './calls'
import type { PlainOutcomes } from './outcomes'
import type {
  AuthorityProof,
  CardType,
  Channel,
  Rating,
  Reason,
  RefundState,
  Relation,
} from '@/lib/domain/coded-values'
import type { QuestionCode } from './questions'
import type { Move, State } from './workflow'

/**
 * A promise (承诺日期): the day, its reason, and whether its calendar is published (D2). The oldest
 * promises lack `reckoned`; those are never recalculated.
 */
export type DatePromise = {
  date: Day
  estimated: boolean
  reason: PromiseReason
  reckoned?: PromiseBasis
}

/**
 * How a promise's day was calculated: working days after a day, then calendar days, or a day of the
 * month after (P2). Recalculated when a year's calendar changes.
 */
export type PromiseBasis = {
  from: Day
  workingDays: number
  thenDays: number
  thenDayOfNextMonth?: number
}

/** Why a promise falls on its day; each has its text in the catalogues. */
export const promiseReasons = [
  'from_submission',
  'clock_ran_on',
  'carrier_refused',
  'submitted_again',
  'pre_cancelled',
  'calendar_changed',
] as const
export type PromiseReason = (typeof promiseReasons)[number]

/** One for the decision, one for the end. */
export type Promises = { decision: DatePromise | null; end: DatePromise | null }

/** How a contact was confirmed (P12). */
export type ContactProof = 'code' | 'signed'

/**
 * A step as last noted, without personal values, which are encrypted under the same step id.
 * `from`: the request of the same visit that it was taken over from: what is the number's own is
 * still to be noted.
 */
export type StepNote = {
  kind: StepKind
  at: string
  by: string | null
  sequence: number
  outcome: Record<string, unknown>
  from?: string
}

export type Slip = { serial: number }
export type Receipt = { number: string; issuedAt: string }
/** The card that was taken: the store and bag that it is in, and how it left. */
export type CardCustody = {
  store: string
  bag: string | null
  gone: 'handed_back' | 'destroyed' | null
}
/**
 * Metadata of a document copy; `round`: how often the request had been sent back when the copy
 * arrived.
 */
export type StoredDocument = {
  id: string
  step: string
  material: string | null
  pages: number
  at: string
  byCustomer: boolean
  round: number
}
/**
 * When a refund comes and until when it can be claimed, by the carrier's rule on the day of the
 * closing (P20); a calendar that is not published yet makes the day an estimate (D2).
 */
export type RefundTerms = { arrivesBy?: Day; estimated?: true; claimUntil?: Day }
/** `on`: the day on which it was paid; absent in older records. */
export type Refund = RefundTerms & {
  state: RefundState
  amountFen: number
  route: string
  on?: Day
}

/** The particulars of a request, set at opening and corrected by `amend`. */
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
  /** `proof`: the paper that proves it, absent in older requests; a household register is undated. */
  authority: { kind: string; proof?: AuthorityProof; issuedOn: Day | null } | null
  contact: { phone: boolean; email: boolean; printedSlipOnly: boolean }
  previous: string | null
  /** What was asked about and explained before it was recorded (P25); absent where nothing was. */
  explained?: QuestionCode[]
}

/**
 * The state derived from a request's events, without personal values. The request's row caches it.
 */
export type RequestRecord = Particulars & {
  id: string
  reference: string
  state: State
  version: number
  customerWaiting: boolean
  openedAt: string
  updatedAt: string
  /** Like `updatedAt`, except for reminders: the days to lapsing count from here. */
  touchedAt: string
  submittedAt: string | null
  approvedAt: string | null
  endedAt: string | null
  /** The move that ended it, with its coded reason, if any. */
  ending: { move: Move; reason: string | null; step?: string } | null
  steps: Record<string, StepNote>
  asked: { step: string }[]
  /** The day since which the clock is paused while the customer is asked for something. */
  pausedOn: Day | null
  /** Everyone who worked on it, in any round: none of them may approve. */
  people: {
    openedBy: string | null
    amendedBy: string[]
    submittedBy: string[]
    identityNotedBy: string[]
  }
  preCancelled: { on: Day; reinstateUntil: Day } | null
  confirmedOn: Day | null
  promises: Promises
  slip: Slip
  receipt: Receipt | null
  card: CardCustody | null
  cardOwed: boolean
  /** The last day on which an obligation clears by itself; null when none is awaited (P1). */
  waitsUntil: Day | null
  /** How often it was sent back: by `ask`, `take_back` or `carrier_refuse`. */
  sentBack: number
  /** Approved by somebody who had worked on it, where the store allows that with a reason. */
  overridden: boolean
  /**
   * Days already flagged: the passed promise, the reached obligation day, and the day on which an
   * inactive request at the carrier was escalated to the reviewers.
   */
  flagged: { overdue: Day | null; dayCome: Day | null; stalled: Day | null }
  /** Steps added by moving to a newer guide revision; absent if the request kept its first one. */
  addedSteps?: string[]
  /** The call of a carrier that rings back (P15); absent where none is or was awaited. */
  call?: CarrierCall
  /** Document copies; absent if there never was one. */
  documents?: StoredDocument[]
  /** The images were destroyed at the end of their retention (L1). */
  photosPurged?: boolean
  /** Personal data were destroyed at the person's request (L3). */
  erased?: boolean
  /**
   * The version after which only looks followed (L2): whoever saw that version has seen all
   * changes.
   */
  lookedAfter?: number
  /**
   * How the contact was confirmed at the counter: by a code sent to it, or by signing "printed slip
   * only". Absent in older records.
   */
  contactConfirmed?: { how: ContactProof; at: string } | null
  /** When the customer was reminded of open aftercare items. */
  aftercareRemindedAt?: string
  rating?: Rating
  reprints?: number
  /** The account that the request is assigned to. */
  assignee: string | null
  refund: Refund | null
  remindedAt: string | null
}

/** A history row with its plain facts. */
export type RecordedEvent = {
  sequence: number
  type: string
  at: string
  actor: { kind: 'account' | 'customer' | 'system'; id: string | null }
  facts: Record<string, unknown>
}

/** A note of this kind, typed by its outcome schema. */
export type NoteOf<K extends NotedKind> = Omit<StepNote, 'kind' | 'outcome'> & {
  kind: K
  outcome: Partial<PlainOutcomes[K]>
}

/**
 * The note of the only step of this kind, or undefined; a guide has one step per kind, except
 * instructions.
 */
export const noteOfKind = <K extends NotedKind>(
  { steps }: Pick<RequestRecord, 'steps'>,
  kind: K,
): NoteOf<K> | undefined =>
  Object.values(steps).find((note) => note.kind === kind) as NoteOf<K> | undefined

/**
 * Whether this account opened, amended or submitted the request or noted the identity check, in any
 * round.
 */
export const touchedBy = ({ people }: Pick<RequestRecord, 'people'>, account: string | null) =>
  [people.openedBy, ...people.submittedBy, ...people.amendedBy, ...people.identityNotedBy].includes(
    account,
  )
