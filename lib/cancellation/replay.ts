import type { EventFacts } from './event-facts'
import type { RecordedEvent, RequestRecord, StepNote } from './facts'
import { cardAfter, cardNoted, isCustodyAct } from './custody'
import { documentsOf } from './documents'
import { isLook } from './looks'
import { particularsErased, stepsErased } from './once-plain'
import { carriedOver } from './guide-change'
import { waitsUntil } from './obligations'
import { type Move, endsWithoutCancelling, isLive, isMove, ruleOf, sendsBack } from './workflow'

/** The record after one more event. Pure: the same events always give the same record. */
export function applyEvent(before: RequestRecord | null, event: RecordedEvent): RequestRecord {
  const facts = event.facts as EventFacts
  const record = before ? { ...before } : opened(event, facts)
  record.version = event.sequence
  record.updatedAt = event.at
  const looked = isLook(event.type)
  if (looked) record.lookedAfter = before?.lookedAfter ?? event.sequence - 1
  else delete record.lookedAfter
  if (!looked && !ownNotes.includes(event.type)) Object.assign(record, { touchedAt: event.at, remindedAt: null, flagged: { ...record.flagged, stalled: null } })
  if (event.type === 'note') return noted(record, event, facts)
  if (event.type === 'wait') return { ...record, customerWaiting: facts.customerWaiting ?? false }
  if (event.type === 'reissue_slip') return { ...record, slip: { serial: record.slip.serial + 1 } }
  if (event.type === 'change_guide' && facts.revisionId) return { ...record, revisionId: facts.revisionId, addedSteps: facts.added ?? [], ...underGuide(record, facts.carried ?? {}) }
  if (event.type === 'add_document' && facts.document) return { ...record, documents: [...documentsOf(record), { ...facts.document, at: event.at, byCustomer: event.actor.kind === 'customer', round: record.sentBack }] }
  if (event.type === 'drop_document') return { ...record, documents: documentsOf(record).filter(({ id }) => id !== facts.dropped) }
  if (event.type === 'purge_photos') return { ...record, photosPurged: true }
  if (event.type === 'erase') return erasedRecord(record)
  if (event.type === 'confirm_contact' && facts.how) return { ...record, contactConfirmed: { how: facts.how, at: event.at } }
  if (event.type === 'remind_aftercare') return { ...record, aftercareRemindedAt: event.at }
  if (event.type === 'rate' && facts.rating) return { ...record, rating: facts.rating }
  if (event.type === 'reprint_receipt') return { ...record, reprints: (record.reprints ?? 0) + 1 }
  if (event.type === 'remind') return { ...record, remindedAt: event.at }
  if (event.type === 'assign') return { ...record, assignee: facts.assignee ?? null }
  if (isCustodyAct(event.type)) return { ...record, ...cardAfter(event.type, record, facts) }
  if (event.type === 'reckon_anew') return { ...record, promises: { ...record.promises, ...facts.promises } }
  if (event.type === 'flag_overdue') return { ...record, flagged: { ...record.flagged, overdue: facts.day ?? null } }
  if (event.type === 'flag_stalled') return { ...record, flagged: { ...record.flagged, stalled: facts.day ?? null } }
  if (event.type === 'tell_day_come') return { ...record, flagged: { ...record.flagged, dayCome: facts.day ?? null } }
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
    slip: { serial: 1 }, receipt: null, card: null, cardOwed: false, waitsUntil: null, sentBack: 0, overridden: false, flagged: { overdue: null, dayCome: null, stalled: null }, assignee: null, refund: null, remindedAt: null,
  }
}

function noted(record: RequestRecord, event: RecordedEvent, facts: EventFacts): RequestRecord {
  const { step, kind, outcome = {} } = facts
  if (!step || !kind) throw new Error('a note without its step')
  const note: StepNote = { kind, at: event.at, by: event.actor.id, sequence: event.sequence, outcome }
  const next = { ...record, steps: { ...record.steps, [step]: note } }
  if (kind === 'identity_check') next.people = { ...record.people, identityNotedBy: added(record.people.identityNotedBy, event.actor.id) }
  if (kind === 'card_return') next.card = cardNoted(record, outcome, facts.bag ?? null)
  if (kind === 'obligations') next.waitsUntil = waitsUntil(next)
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
  next.waitsUntil = waitsUntil(next)
  if (next.refund && !Object.values(next.steps).some((note) => note.kind === 'balance')) next.refund = null
  if (next.addedSteps && next.revisionId !== record.revisionId) next.addedSteps = []
  if (facts.contactChanged) next.contactConfirmed = null
  if (move === 'amend') next.people = { ...record.people, amendedBy: added(record.people.amendedBy, event.actor.id) }
  if (move === 'submit') Object.assign(next, { submittedAt: event.at, people: { ...record.people, submittedBy: added(record.people.submittedBy, event.actor.id) } })
  // Another store's people do not have it in hand any more.
  if (move === 'transfer') next.assignee = null
  if (facts.slipReplaced) next.slip = { serial: record.slip.serial + 1 }
  if (move === 'approve') next.approvedAt = event.at
  if (move === 'carrier_refuse' || move === 'take_back') next.approvedAt = null
  if (move === 'take_back') next.submittedAt = null
  if (!isLive(next.state)) Object.assign(next, { endedAt: event.at, ending: { move, reason: facts.reason ?? null, ...(facts.step && { step: facts.step }) }, customerWaiting: false })
  if (sendsBack.includes(move)) next.sentBack = record.sentBack + 1
  if (facts.override) next.overridden = true
  if (endsWithoutCancelling.includes(move)) next.cardOwed = record.card !== null && record.card.gone === null
  return next
}

const underGuide = ({ steps, asked, documents }: RequestRecord, carried: Record<string, string | null>) => ({
  steps: carriedOver(steps, carried),
  ...(documents && { documents: documents.map((stored) => ({ ...stored, step: carried[stored.step] ?? stored.step })) }),
  asked: asked.map((item) => ({ ...item, step: carried[item.step] ?? item.step })),
})

const erasedRecord = (record: RequestRecord): RequestRecord => ({
  ...particularsErased(record), steps: stepsErased(record.steps), photosPurged: true, erased: true,
})

// The desk's own notes: nobody touched the request.
const ownNotes = ['remind', 'flag_overdue', 'flag_stalled', 'tell_day_come', 'reckon_anew', 'mask', 'purge_photos', 'erase', 'remind_aftercare']

const added = (list: string[], item: string | null) => (item && !list.includes(item) ? [...list, item] : list)

const without = (steps: Record<string, StepNote>, undone: string[]) =>
  undone.length ? Object.fromEntries(Object.entries(steps).filter(([id]) => !undone.includes(id))) : steps
