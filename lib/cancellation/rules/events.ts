import type { Day } from '@/lib/domain/days'
import type { StepKind } from '@/lib/domain/step-kinds'
import type { LookReason, Rating, RefundState } from '@/lib/domain/coded-values'
import type {
  ContactProof,
  Particulars,
  Promises,
  Receipt,
  RecordedEvent,
  StoredDocument,
} from './request-record'
import type { Merged } from './merged'
import type { Move } from './workflow'

// The events of a request's history, by their type: what each says in plain. Personal values never
// stand here; they are sealed beside the event (encrypted fields).

type Nothing = Record<never, never>
type Reason = { reason?: string }

/** The plain facts of each type of event, in today's format. */
export type EventFacts = {
  open: { id: string; reference: string; particulars: Particulars; customerWaiting: boolean }
  /** `undone`: steps whose notes rested on what changed. */
  amend: { particulars: Particulars; undone: string[]; contactChanged?: true }
  submit: { promises: Promises }
  ask: { asked: { step: string }[]; pausedOn: Day }
  supply: { pausedOn: null; promises?: Partial<Promises> }
  take_back: Reason & { pausedOn: null; asked: []; promises: { decision: null; end: null } }
  /** `override`: approved by somebody who had touched it. */
  approve: { override?: true }
  reject: Reason & { step?: string }
  carrier_refuse: { promises: Promises }
  note_pre_cancelled: {
    preCancelled: { on: Day; reinstateUntil: Day }
    promises: Partial<Promises>
  }
  complete: { confirmedOn: Day; receipt: Receipt }
  withdraw: Reason
  recall: Reason
  reinstate: Reason
  lapse: Reason
  /** `slipReplaced`: transferred without its slip, which is void from here on. */
  transfer: { store?: string; slipReplaced?: true }
  displace: Reason
  /** `bag`: the bag that a returned card went into. */
  note: { step: string; kind: StepKind; outcome: Record<string, unknown>; bag?: string }
  wait: { customerWaiting: boolean }
  assign: { assignee: string | null }
  note_refund: { refund: RefundState }
  reprint_receipt: Nothing
  rate: { rating: Rating }
  reissue_slip: Nothing
  confirm_contact: { how: ContactProof }
  /** To which revision of the guide; where each note went, and which steps are new. */
  change_guide: { revisionId: string; carried: Record<string, string | null>; added: string[] }
  add_document: { document: Pick<StoredDocument, 'id' | 'step' | 'material' | 'pages'> }
  drop_document: { dropped: string }
  view_document: { viewed: string; reason: LookReason }
  reveal: { reason: LookReason }
  bag_card: { bag: string | null }
  pass_card: Nothing
  hand_card_back: Nothing
  destroy_card: { bag: string | null }
  remind: Nothing
  remind_aftercare: Nothing
  /** The promised day that has passed, or the day on which something came. */
  flag_overdue: { day: Day }
  flag_stalled: { day: Day }
  tell_day_come: { day: Day }
  reckon_anew: { promises: Partial<Promises> }
  mask: Nothing
  purge_photos: Nothing
  erase: Nothing
}
export type EventType = keyof EventFacts

/** One event of a history, as the code of today reads it. */
export type RequestEvent = {
  [T in EventType]: Omit<RecordedEvent, 'type' | 'facts'> & { type: T; facts: EventFacts[T] }
}[EventType]

/** What an event of one of these types says. */
export type EventBody<T extends EventType> = { [K in T]: { type: K; facts: EventFacts[K] } }[T]

/** Whatever an event may say, for readers that show events of any type. */
export type AnyFacts = Merged<EventFacts[EventType]>
/** Whatever a move's event may say. */
export type MoveFacts = Merged<EventFacts[Move]>

/** The format in which events are written; those of before there was one are of the first. */
const format = 2

type Stored = Record<string, unknown>

/** What events of the first format may lack. */
const lacking: { [T in EventType]?: Partial<EventFacts[T]> } = {
  open: { customerWaiting: false },
  amend: { undone: [] },
  change_guide: { carried: {}, added: [] },
  note: { outcome: {} },
  wait: { customerWaiting: false },
  assign: { assignee: null },
}

/** From each format to the next. */
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
  wait: true,
  assign: true,
  note_refund: true,
  reprint_receipt: true,
  rate: true,
  reissue_slip: true,
  confirm_contact: true,
  change_guide: true,
  add_document: true,
  drop_document: true,
  view_document: true,
  reveal: true,
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
/** All types of events. */
export const eventTypes = Object.keys(types) as EventType[]

const isEventType = (type: string): type is EventType => Object.hasOwn(types, type)

/**
 * A row of the history as an event of today: what earlier formats lack is filled in. Throws for a
 * type that this version does not know, which a newer one wrote: to pass it over would show a
 * request as it is not.
 */
export function readEvent({ type, facts, ...row }: RecordedEvent): RequestEvent {
  if (!isEventType(type)) throw new Error(`an event of an unknown type: ${type}`)
  const { format: written = 1, ...said } = facts as Stored & { format?: number }
  if (written > format) throw new Error(`an event of a newer format: ${written}`)
  const today = upcasters.slice(written - 1).reduce((now, cast) => cast(type, now), said)
  return { ...row, type, facts: today } as RequestEvent
}

/** An event's plain facts as they are stored, with their format. */
export const storedFacts = (facts: object): Stored => ({ ...facts, format })

/** Stored facts as they are told elsewhere: their format is the desk's own. */
export const factsTold = (stored: unknown): AnyFacts => {
  const { format: _, ...told } = stored as Stored
  return told as AnyFacts
}
