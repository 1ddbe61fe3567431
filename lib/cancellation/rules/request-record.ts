import type { Day } from '@/lib/domain/days'
import type { StepKind } from '@/lib/domain/step-kinds'
import type { PlainOutcomes } from './outcomes'
import type {
  CardType,
  Channel,
  Rating,
  Reason,
  RefundState,
  Relation,
} from '@/lib/domain/coded-values'
import type { Move, State } from './workflow'

/**
 * A promise (承诺日期): the day, why that day, and whether its calendar is published (D2). The oldest
 * promises do not say what they were counted from; those stay as they are.
 */
export type DatePromise = {
  date: Day
  estimated: boolean
  reason: PromiseReason
  reckoned?: Reckoned
}

/**
 * What a promise's day was counted from: working days after a day, then plain days more. Counted
 * anew when a year's calendar changes.
 */
export type Reckoned = { from: Day; workingDays: number; thenDays: number }

/** Why a promise stands on its day; each is worded in the catalogues. */
export const promiseReasons = [
  'from_submission',
  'clock_ran_on',
  'carrier_refused',
  'pre_cancelled',
  'calendar_changed',
] as const
export type PromiseReason = (typeof promiseReasons)[number]

/** Two: the decision, and the end. */
export type Promises = { decision: DatePromise | null; end: DatePromise | null }

/** What makes sure of a contact (P12). */
export type ContactProof = 'code' | 'signed'

/**
 * A step as it was last noted: without personal values, which stand in the sealed parts under the
 * same step.
 */
export type StepNote = {
  kind: StepKind
  at: string
  by: string | null
  sequence: number
  outcome: Record<string, unknown>
}

export type Slip = { serial: number }
export type Receipt = { number: string; issuedAt: string }
/** The card that was taken: at which store it lies, in which bag, and how it went. */
export type CardCustody = {
  store: string
  bag: string | null
  gone: 'handed_back' | 'destroyed' | null
}
/**
 * A copy of a document as the record knows it; `round`: how often the request had gone back when it
 * came.
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

/**
 * All that a request's events say, without personal values. The row of the request keeps it as a
 * cache.
 */
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
  ending: { move: Move; reason: string | null; step?: string } | null
  steps: Record<string, StepNote>
  asked: { step: string }[]
  /** The day since which the clock stands still, while the customer is asked for something. */
  pausedOn: Day | null
  /** All whose hands touched it, in every round: none of them may approve. */
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
  /** The last day on which an obligation clears by itself; null when none is waited for (P1). */
  waitsUntil: Day | null
  /** How often it went back: asked, taken back, refused by the carrier. */
  sentBack: number
  /** Approved by one whose hands had touched it, where the store allows that with a reason. */
  overridden: boolean
  /**
   * The promise whose passing was flagged, the obligation's day whose coming was told, and the day
   * on which an untouched request at the carrier went to the reviewers.
   */
  flagged: { overdue: Day | null; dayCome: Day | null; stalled: Day | null }
  /**
   * Steps that came with the guide's revision that it was moved to; not there for a request that
   * keeps the one it began with.
   */
  addedSteps?: string[]
  /** Copies of documents; not there for a request that never had one. */
  documents?: StoredDocument[]
  /** Their bytes were destroyed when their time was over (L1). */
  photosPurged?: boolean
  /** What was personal was destroyed because its person asked for it (L3). */
  erased?: boolean
  /**
   * The version after which somebody only looked (L2): whoever saw that one has seen all changes.
   */
  lookedAfter?: number
  /**
   * How the contact was made sure of at the counter: a code that came there, or "printed slip only"
   * signed. Not there before.
   */
  contactConfirmed?: { how: ContactProof; at: string } | null
  /** When the customer was reminded of what is left to do after completion. */
  aftercareRemindedAt?: string
  rating?: Rating
  reprints?: number
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

/** A note of this kind with what its schema has let in. */
export type NoteOf<K extends StepKind> = Omit<StepNote, 'kind' | 'outcome'> & {
  kind: K
  outcome: Partial<PlainOutcomes[K]>
}

/**
 * The note of the one step of this kind, or undefined; a guide has one step of each kind but
 * instructions.
 */
export const noteOfKind = <K extends StepKind>(
  { steps }: Pick<RequestRecord, 'steps'>,
  kind: K,
): NoteOf<K> | undefined =>
  Object.values(steps).find((note) => note.kind === kind) as NoteOf<K> | undefined

/**
 * Whether this account opened, amended or submitted the request or noted its identity, in any
 * round.
 */
export const touchedBy = ({ people }: Pick<RequestRecord, 'people'>, account: string | null) =>
  [people.openedBy, ...people.submittedBy, ...people.amendedBy, ...people.identityNotedBy].includes(
    account,
  )
