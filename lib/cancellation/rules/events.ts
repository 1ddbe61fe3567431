import type { Day } from '@/lib/domain/days'
import type { StepKind } from '@/lib/domain/step-kinds'
import type {
  CallOutcome,
  CallPhone,
  LookReason,
  Rating,
  RefundState,
} from '@/lib/domain/coded-values'
import type { callQuestion } from './call-question'
import type { CallTerms } from './calls'
import type {
  ContactProof,
  Particulars,
  Promises,
  Receipt,
  RecordedEvent,
  RefundTerms,
  StoredDocument,
} from './request-record'
import type { Merged } from './merged'
import type { Side } from './persons'
import type { Move } from './workflow'

// The events of a request's history by type, with their plain facts. Personal values never go here;
// they are encrypted beside the event (encrypted fields).

type Nothing = Record<never, never>
type Reason = { reason?: string }

/** The plain facts of each event type in the current format. */
export type EventFacts = {
  /**
   * `assignee`: whoever recorded it, where that is a person of its store. `from`, here and below:
   * the reference of the request of the same visit that something was taken over from.
   */
  open: {
    id: string
    reference: string
    particulars: Particulars
    customerWaiting: boolean
    assignee?: string
    from?: string
  }
  /** `undone`: steps whose notes depended on the amended values. */
  amend: { particulars: Particulars; undone: string[]; contactChanged?: true }
  submit: { promises: Promises }
  ask: { asked: { step: string }[]; pausedOn: Day }
  supply: { pausedOn: null; promises?: Partial<Promises> }
  take_back: Reason & { pausedOn: null; asked: []; promises: { decision: null; end: null } }
  /**
   * `override`: approved by somebody who had already worked on the request. `explained`: what was
   * asked about before, and explained.
   */
  approve: { override?: true; explained?: [typeof callQuestion] }
  reject: Reason & { step?: string }
  carrier_refuse: { promises: Promises }
  note_pre_cancelled: {
    preCancelled: { on: Day; reinstateUntil: Day }
    promises: Partial<Promises>
  }
  /**
   * `reinstatableUntil`: the number could still be restored; why it was completed is personal.
   * `refundTerms`: when a refund that is owed comes, and until when it can be claimed (P20).
   */
  complete: {
    confirmedOn: Day
    receipt: Receipt
    reinstatableUntil?: Day
    refundTerms?: RefundTerms
  }
  withdraw: Reason
  recall: Reason
  reinstate: Reason
  lapse: Reason
  /** `slipReplaced`: transferred without its slip, which is void from then on. */
  transfer: { store?: string; slipReplaced?: true }
  displace: Reason
  /**
   * `bag`: the bag that a returned card was put into. `call`: the carrier rings back, on these terms
   * (P15); `promises`: they are counted anew, since it was submitted to the carrier again.
   */
  note: {
    step: string
    kind: StepKind
    outcome: Record<string, unknown>
    bag?: string
    from?: string
    call?: CallTerms
    promises?: Promises
  }
  /** What came of the carrier's call; `step`: the submission that it belongs to. */
  note_call: { called: CallOutcome; step: string; on?: CallPhone }
  wait: { customerWaiting: boolean }
  assign: { assignee: string | null }
  /** `on`: the day on which it was paid. */
  note_refund: { refund: RefundState; on?: Day }
  reprint_receipt: Nothing
  /** The receipt was not handed over after all; `undone`: the steps that said so. */
  undo_hand_over: { undone: string[] }
  rate: { rating: Rating }
  reissue_slip: Nothing
  confirm_contact: { how: ContactProof; from?: string }
  /** The new revision of the guide; the new step id of each note, and the added steps. */
  change_guide: { revisionId: string; carried: Record<string, string | null>; added: string[] }
  add_document: { document: Pick<StoredDocument, 'id' | 'step' | 'material' | 'pages'> }
  drop_document: { dropped: string }
  view_document: { viewed: string; reason: LookReason }
  reveal: { reason: LookReason }
  /** A copy of the person's data was given (L3): to the holder, or to who acts for them. */
  give_copy: { reason: LookReason; of: Side }
  bag_card: { bag: string | null }
  pass_card: Nothing
  hand_card_back: Nothing
  destroy_card: { bag: string | null }
  remind: Nothing
  remind_aftercare: Nothing
  /** The promised day that passed, or the day that was reached. */
  flag_overdue: { day: Day }
  flag_stalled: { day: Day }
  tell_day_come: { day: Day }
  reckon_anew: { promises: Partial<Promises> }
  mask: Nothing
  purge_photos: Nothing
  erase: Nothing
}
export type EventType = keyof EventFacts

/** A history event in the current format. */
export type RequestEvent = {
  [T in EventType]: Omit<RecordedEvent, 'type' | 'facts'> & { type: T; facts: EventFacts[T] }
}[EventType]

/** The type and facts of an event of one of these types. */
export type EventBody<T extends EventType> = { [K in T]: { type: K; facts: EventFacts[K] } }[T]

/** The facts of any event type, for readers that show all of them. */
export type AnyFacts = Merged<EventFacts[EventType]>
/** The facts of any move's event. */
export type MoveFacts = Merged<EventFacts[Move]>

/** The format of newly written events; events without a format number are of format 1. */
const format = 2

type Stored = Record<string, unknown>

/** Defaults for fields that format 1 may lack. */
const lacking: { [T in EventType]?: Partial<EventFacts[T]> } = {
  open: { customerWaiting: false },
  amend: { undone: [] },
  change_guide: { carried: {}, added: [] },
  note: { outcome: {} },
  wait: { customerWaiting: false },
  assign: { assignee: null },
}

/** Upcasters from each format to the next. */
const upcasters: ((type: EventType, facts: Stored) => Stored)[] = [
  (type, facts) => ({ ...lacking[type], ...facts }),
]

const types = {
  open: true,
  amend: true,
  submit: true,
  ask: true,
  supply: true,
  take_back: true,
  approve: true,
  reject: true,
  carrier_refuse: true,
  note_pre_cancelled: true,
  complete: true,
  withdraw: true,
  recall: true,
  reinstate: true,
  lapse: true,
  transfer: true,
  displace: true,
  note: true,
  note_call: true,
  wait: true,
  assign: true,
  note_refund: true,
  reprint_receipt: true,
  undo_hand_over: true,
  rate: true,
  reissue_slip: true,
  confirm_contact: true,
  change_guide: true,
  add_document: true,
  drop_document: true,
  view_document: true,
  reveal: true,
  give_copy: true,
  bag_card: true,
  pass_card: true,
  hand_card_back: true,
  destroy_card: true,
  remind: true,
  remind_aftercare: true,
  flag_overdue: true,
  flag_stalled: true,
  tell_day_come: true,
  reckon_anew: true,
  mask: true,
  purge_photos: true,
  erase: true,
} as const satisfies Record<EventType, true>
export const eventTypes = Object.keys(types) as EventType[]

const isEventType = (type: string): type is EventType => Object.hasOwn(types, type)

/**
 * Reads a history row as an event of the current format, filling in what earlier formats lack.
 * Throws for an unknown type, written by a newer version: skipping it would misrepresent the
 * request.
 */
export function readEvent({ type, facts, ...row }: RecordedEvent): RequestEvent {
  if (!isEventType(type)) throw new Error(`event of unknown type: ${type}`)
  const { format: written = 1, ...said } = facts as Stored & { format?: number }
  if (written > format) throw new Error(`event of newer format: ${written}`)
  const today = upcasters.slice(written - 1).reduce((now, cast) => cast(type, now), said)
  return { ...row, type, facts: today } as RequestEvent
}

/** An event's plain facts as stored, with their format. */
export const storedFacts = (facts: object): Stored => ({ ...facts, format })

/** Stored facts for outside consumers, without the internal format number. */
export const publicFacts = (stored: unknown): AnyFacts => {
  const { format: _, ...facts } = stored as Stored
  return facts as AnyFacts
}
