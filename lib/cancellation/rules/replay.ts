import { callAfter, callAfterSubmission, submissionStepOf } from './calls'
import { cardAfterEvent, cardNoted } from './custody'
import { documentsOf } from './documents'
import {
  type EventType,
  type MoveFacts,
  type RequestEvent,
  type EventBody,
  readEvent,
} from './events'
import type { RecordedEvent, RequestRecord, StepNote } from './request-record'
import { carriedOver } from './guide-change'
import { isLook } from './looks'
import type { PlainBalance } from './balance-outcome'
import { waitsUntil } from './obligations'
import { particularsErased, stepsErased } from './legacy-plain-values'
import { type Move, endsWithoutCancelling, isLive, ruleOf, sendsBack } from './workflow'

// Written by the system: nobody touched the request.
const ownNotes: readonly EventType[] = [
  'remind',
  'flag_overdue',
  'flag_stalled',
  'tell_day_come',
  'reckon_anew',
  'mask',
  'purge_photos',
  'erase',
  'remind_aftercare',
]

/** The record after one more event. Pure: the same events always give the same record. */
export function applyEvent(before: RequestRecord | null, event: RequestEvent): RequestRecord {
  const record = before ? { ...before } : opened(event)
  record.version = event.sequence
  record.updatedAt = event.at
  const looked = isLook(event.type)
  if (looked) record.lookedAfter = before?.lookedAfter ?? event.sequence - 1
  else delete record.lookedAfter
  if (!looked && !ownNotes.includes(event.type)) {
    const flagged = { ...record.flagged, stalled: null }
    Object.assign(record, { touchedAt: event.at, remindedAt: null, flagged })
  }
  return changedBy(record, event)
}

/** The record that a history results in; null for an empty one. */
export const replay = (events: readonly RecordedEvent[]) =>
  events.reduce<RequestRecord | null>((record, event) => applyEvent(record, readEvent(event)), null)

// What each event type changes. A missing case does not compile.
function changedBy(record: RequestRecord, event: RequestEvent): RequestRecord {
  switch (event.type) {
    case 'open':
    case 'amend':
    case 'submit':
    case 'ask':
    case 'supply':
    case 'take_back':
    case 'approve':
    case 'reject':
    case 'carrier_refuse':
    case 'note_pre_cancelled':
    case 'complete':
    case 'withdraw':
    case 'recall':
    case 'reinstate':
    case 'lapse':
    case 'transfer':
    case 'displace':
      return moved(record, event.type, event, event.facts)
    case 'note':
      return noted(record, event)
    case 'note_call': {
      const { call } = record
      const { called, on } = event.facts
      return call ? { ...record, call: callAfter(call, { call: called, on }) } : record
    }
    case 'wait':
      return { ...record, customerWaiting: event.facts.customerWaiting }
    case 'assign':
      return { ...record, assignee: event.facts.assignee }
    case 'note_refund': {
      const { refund } = record
      const { refund: state, on } = event.facts
      return { ...record, refund: refund && { ...refund, state, ...(on && { on }) } }
    }
    case 'reprint_receipt':
      return { ...record, reprints: (record.reprints ?? 0) + 1 }
    case 'undo_hand_over':
      return { ...record, steps: without(record.steps, event.facts.undone) }
    case 'rate':
      return { ...record, rating: event.facts.rating }
    case 'reissue_slip':
      return { ...record, slip: { serial: record.slip.serial + 1 } }
    case 'confirm_contact':
      return { ...record, contactConfirmed: { how: event.facts.how, at: event.at } }
    case 'change_guide': {
      const { revisionId, carried, added: addedSteps } = event.facts
      return { ...record, revisionId, addedSteps, ...underGuide(record, carried) }
    }
    case 'add_document': {
      const byCustomer = event.actor.kind === 'customer'
      const came = { at: event.at, byCustomer, round: record.sentBack }
      const documents = [...documentsOf(record), { ...event.facts.document, ...came }]
      return { ...record, documents }
    }
    case 'drop_document': {
      const { dropped } = event.facts
      return { ...record, documents: documentsOf(record).filter(({ id }) => id !== dropped) }
    }
    case 'bag_card':
    case 'destroy_card':
      return { ...record, ...cardAfterEvent(event.type, record, event.facts) }
    case 'pass_card':
    case 'hand_card_back':
      return { ...record, ...cardAfterEvent(event.type, record, {}) }
    case 'remind':
      return { ...record, remindedAt: event.at }
    case 'remind_aftercare':
      return { ...record, aftercareRemindedAt: event.at }
    case 'flag_overdue':
      return { ...record, flagged: { ...record.flagged, overdue: event.facts.day } }
    case 'flag_stalled':
      return { ...record, flagged: { ...record.flagged, stalled: event.facts.day } }
    case 'tell_day_come':
      return { ...record, flagged: { ...record.flagged, dayCome: event.facts.day } }
    case 'reckon_anew':
      return { ...record, promises: { ...record.promises, ...event.facts.promises } }
    case 'purge_photos':
      return { ...record, photosPurged: true }
    case 'erase':
      return erasedRecord(record)
    case 'mask':
    case 'reveal':
    case 'give_copy':
    case 'view_document':
      return record
    default:
      return event satisfies never
  }
}

function opened(event: RequestEvent): RequestRecord {
  if (event.type !== 'open') throw new Error(`the history begins with ${event.type}`)
  const { particulars, id, reference, customerWaiting, assignee = null } = event.facts
  return {
    ...particulars,
    id,
    reference,
    state: 'open',
    version: 0,
    customerWaiting,
    openedAt: event.at,
    updatedAt: event.at,
    touchedAt: event.at,
    submittedAt: null,
    approvedAt: null,
    endedAt: null,
    ending: null,
    steps: {},
    asked: [],
    pausedOn: null,
    people: { openedBy: event.actor.id, amendedBy: [], submittedBy: [], identityNotedBy: [] },
    preCancelled: null,
    confirmedOn: null,
    promises: { decision: null, end: null },
    slip: { serial: 1 },
    receipt: null,
    card: null,
    cardOwed: false,
    waitsUntil: null,
    sentBack: 0,
    overridden: false,
    flagged: { overdue: null, dayCome: null, stalled: null },
    assignee,
    refund: null,
    remindedAt: null,
  }
}

type Happened = Pick<RequestEvent, 'sequence' | 'at' | 'actor'>

function noted(record: RequestRecord, event: Happened & EventBody<'note'>): RequestRecord {
  const { step, kind, outcome, bag = null, from, call, promises } = event.facts
  if (!step || !kind) throw new Error('a note without its step')
  const note: StepNote = {
    kind,
    at: event.at,
    by: event.actor.id,
    sequence: event.sequence,
    outcome,
    ...(from && { from }),
  }
  const next = { ...record, steps: { ...record.steps, [step]: note } }
  if (kind === 'identity_check')
    next.people = {
      ...record.people,
      identityNotedBy: added(record.people.identityNotedBy, event.actor.id),
    }
  if (kind === 'card_return') next.card = cardNoted(record, outcome, bag)
  if (kind === 'carrier_submission') {
    if (call) next.call = callAfterSubmission(record.call, call)
    else delete next.call
  }
  if (promises) next.promises = promises
  if (kind === 'obligations') next.waitsUntil = waitsUntil(next)
  if (kind === 'balance') {
    const { amountFen, route, paidOn } = outcome as PlainBalance
    const owed = amountFen > 0 ? 'pending' : 'none'
    next.refund = paidOn
      ? { state: 'paid', amountFen, route, on: paidOn }
      : { state: owed, amountFen, route }
  }
  return next
}

function moved(
  record: RequestRecord,
  move: Move,
  event: Happened,
  facts: MoveFacts,
): RequestRecord {
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
  // Particulars replace those before: what nobody asks about any more is not explained either.
  if (facts.particulars && !facts.particulars.explained) delete next.explained
  next.waitsUntil = waitsUntil(next)
  if (next.refund && !Object.values(next.steps).some((note) => note.kind === 'balance'))
    next.refund = null
  if (next.call && submissionStepOf(next) === null) delete next.call
  if (next.refund && facts.refundTerms) next.refund = { ...next.refund, ...facts.refundTerms }
  if (next.addedSteps && next.revisionId !== record.revisionId) next.addedSteps = []
  if (facts.contactChanged) next.contactConfirmed = null
  if (move === 'amend')
    next.people = { ...record.people, amendedBy: added(record.people.amendedBy, event.actor.id) }
  if (move === 'submit')
    Object.assign(next, {
      submittedAt: event.at,
      people: { ...record.people, submittedBy: added(record.people.submittedBy, event.actor.id) },
    })
  // The previous store's assignee no longer handles it.
  if (move === 'transfer') next.assignee = null
  if (facts.slipReplaced) next.slip = { serial: record.slip.serial + 1 }
  if (move === 'approve') next.approvedAt = event.at
  if (move === 'carrier_refuse' || move === 'take_back') next.approvedAt = null
  if (move === 'take_back') next.submittedAt = null
  if (!isLive(next.state))
    Object.assign(next, {
      endedAt: event.at,
      ending: { move, reason: facts.reason ?? null, ...(facts.step && { step: facts.step }) },
      customerWaiting: false,
    })
  if (sendsBack.includes(move)) next.sentBack = record.sentBack + 1
  if (facts.override) next.overridden = true
  if (endsWithoutCancelling.includes(move))
    next.cardOwed = record.card !== null && record.card.gone === null
  return next
}

const underGuide = (
  { steps, asked, documents }: RequestRecord,
  carried: Record<string, string | null>,
) => ({
  steps: carriedOver(steps, carried),
  ...(documents && {
    documents: documents.map((stored) => ({
      ...stored,
      step: carried[stored.step] ?? stored.step,
    })),
  }),
  asked: asked.map((item) => ({ ...item, step: carried[item.step] ?? item.step })),
})

const erasedRecord = (record: RequestRecord): RequestRecord => ({
  ...particularsErased(record),
  steps: stepsErased(record.steps),
  photosPurged: true,
  erased: true,
})

const added = (list: string[], item: string | null) =>
  item && !list.includes(item) ? [...list, item] : list

const without = (steps: Record<string, StepNote>, undone: string[]) =>
  undone.length
    ? Object.fromEntries(Object.entries(steps).filter(([id]) => !undone.includes(id)))
    : steps
