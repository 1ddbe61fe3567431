import type { Particulars, Promises, Receipt, RecordedEvent, RequestRecord, StepNote } from './facts'
import type { StepKind } from '@/lib/guide/kinds'
import type { RefundState } from './words'
import { type Move, endsWithoutCancelling, isLive, isMove, ruleOf } from './workflow'

/** What an event's facts may hold, by what it does; the writer puts them there, replay reads them back. */
export type EventFacts = {
  id?: string
  reference?: string
  particulars?: Particulars
  /** Steps whose notes rested on what `amend` changed. */
  undone?: string[]
  step?: string
  kind?: StepKind
  outcome?: Record<string, unknown>
  reason?: string
  promises?: Partial<Promises>
  pausedOn?: string | null
  preCancelled?: { on: string; reinstateUntil: string }
  confirmedOn?: string
  receipt?: Receipt
  asked?: { step: string }[]
  customerWaiting?: boolean
  store?: string
  assignee?: string | null
  refund?: RefundState
}

/** The record after one more event. Pure: the same events always give the same record. */
export function applyEvent(before: RequestRecord | null, event: RecordedEvent): RequestRecord {
  const facts = event.facts as EventFacts
  const record = before ? { ...before } : opened(event, facts)
  record.version = event.sequence
  record.updatedAt = event.at
  if (event.type !== 'remind') Object.assign(record, { touchedAt: event.at, remindedAt: null })
  if (event.type === 'note') return noted(record, event, facts)
  if (event.type === 'wait') return { ...record, customerWaiting: facts.customerWaiting ?? false }
  if (event.type === 'reissue_slip') return { ...record, slip: { serial: record.slip.serial + 1 } }
  if (event.type === 'remind') return { ...record, remindedAt: event.at }
  if (event.type === 'assign') return { ...record, assignee: facts.assignee ?? null }
  if (event.type === 'hand_card_back') return { ...record, cardOwed: false }
  if (event.type === 'note_refund') return { ...record, refund: record.refund && facts.refund ? { ...record.refund, state: facts.refund } : record.refund }
  if (isMove(event.type)) return moved(record, event.type, event, facts)
  return record
}

/** The record that a history gives; null for an empty one. */
export const replay = (events: readonly RecordedEvent[]) => events.reduce<RequestRecord | null>(applyEvent, null)

function opened(event: RecordedEvent, facts: EventFacts): RequestRecord {
  if (!facts.particulars || !facts.id || !facts.reference) throw new Error(`the history begins with ${event.type}`)
  return {
    ...facts.particulars,
    id: facts.id, reference: facts.reference, state: 'open', version: 0, customerWaiting: facts.customerWaiting ?? false,
    openedAt: event.at, updatedAt: event.at, touchedAt: event.at, submittedAt: null, approvedAt: null, endedAt: null, ending: null,
    steps: {}, asked: [], pausedOn: null,
    people: { openedBy: event.actor.id, amendedBy: [], submittedBy: [], identityNotedBy: [] },
    preCancelled: null, confirmedOn: null, promises: { decision: null, end: null },
    slip: { serial: 1 }, receipt: null, cardOwed: false, assignee: null, refund: null, remindedAt: null,
  }
}

function noted(record: RequestRecord, event: RecordedEvent, { step, kind, outcome = {} }: EventFacts): RequestRecord {
  if (!step || !kind) throw new Error('a note without its step')
  const note: StepNote = { kind, at: event.at, by: event.actor.id, sequence: event.sequence, outcome }
  const next = { ...record, steps: { ...record.steps, [step]: note } }
  if (kind === 'identity_check') next.people = { ...record.people, identityNotedBy: added(record.people.identityNotedBy, event.actor.id) }
  if (kind === 'balance') {
    const { amountFen, route } = outcome as { amountFen: number; route: string }
    next.refund = { state: amountFen > 0 ? 'pending' : 'none', amountFen, route }
  }
  return next
}

function moved(record: RequestRecord, move: Move, event: RecordedEvent, facts: EventFacts): RequestRecord {
  const { to } = ruleOf(move)
  const next: RequestRecord = {
    ...record,
    ...facts.particulars,
    state: to === 'same' ? record.state : to,
    promises: { ...record.promises, ...facts.promises },
    pausedOn: facts.pausedOn === undefined ? record.pausedOn : facts.pausedOn,
    asked: facts.asked ?? (move === 'supply' ? [] : record.asked),
    preCancelled: facts.preCancelled ?? record.preCancelled,
    confirmedOn: facts.confirmedOn ?? record.confirmedOn,
    receipt: facts.receipt ?? record.receipt,
    store: facts.store ?? facts.particulars?.store ?? record.store,
    steps: without(record.steps, facts.undone ?? []),
  }
  if (next.refund && !Object.values(next.steps).some((note) => note.kind === 'balance')) next.refund = null
  if (move === 'amend') next.people = { ...record.people, amendedBy: added(record.people.amendedBy, event.actor.id) }
  if (move === 'submit') Object.assign(next, { submittedAt: event.at, people: { ...record.people, submittedBy: added(record.people.submittedBy, event.actor.id) } })
  // Another store's people do not have it in hand any more.
  if (move === 'transfer') next.assignee = null
  if (move === 'approve') next.approvedAt = event.at
  if (move === 'carrier_refuse' || move === 'take_back') next.approvedAt = null
  if (move === 'take_back') next.submittedAt = null
  if (!isLive(next.state)) Object.assign(next, { endedAt: event.at, ending: { move, reason: facts.reason ?? null }, customerWaiting: false })
  if (endsWithoutCancelling.includes(move)) next.cardOwed = cardTaken(record)
  return next
}

const cardTaken = (record: RequestRecord) =>
  Object.values(record.steps).some((note) => note.kind === 'card_return' && note.outcome.state === 'returned')

const added = (list: string[], item: string | null) => (item && !list.includes(item) ? [...list, item] : list)

const without = (steps: Record<string, StepNote>, undone: string[]) =>
  undone.length ? Object.fromEntries(Object.entries(steps).filter(([id]) => !undone.includes(id))) : steps
