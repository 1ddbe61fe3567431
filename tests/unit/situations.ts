// Situations in which every demand of every move is met, to take one away at a time.
import { alwaysOpen } from '@/lib/carriers/rulebook/windows'
import type { RequestRecord, StepNote } from '@/lib/cancellation/rules/request-record'
import type { Situation } from '@/lib/cancellation/rules/situation'
import type { Capacity, Move, State } from '@/lib/cancellation/rules/workflow'
import { stepsFor } from '@/lib/guide/seed/paths'
import { materialsFor } from '@/lib/guide/seed/materials'
import { materialsToNote, stepPhase } from '@/lib/guide/resolve'
import { type StepKind, isNoted } from '@/lib/domain/step-kinds'

export const today = '2026-03-10'
const at = '2026-03-10T02:00:00.000Z'

const outcomes: Partial<Record<StepKind, Record<string, unknown>>> = {
  obligations: { items: { arrears: { state: 'cleared' } } },
  card_return: { state: 'returned' },
  balance: { amountFen: 0, route: 'none' },
}

/** A record in this state on which everything that can be noted by then is noted. */
export function recordIn(state: State, change: Partial<RequestRecord> = {}): RequestRecord {
  const channel = change.channel ?? 'in_store'
  const cardType = change.cardType ?? 'sim'
  const noted: Record<string, StepNote> = {}
  for (const step of stepsFor(cardType, channel)) {
    if (stepPhase(step, channel) === 'after_completion' || !isNoted(step.kind)) continue
    const materials = {
      items: Object.fromEntries(
        materialsToNote(materialsFor(cardType, channel), change.relation ?? 'self', []).map(
          ({ id }) => [id, { state: 'present' }],
        ),
      ),
    }
    noted[step.id] = {
      kind: step.kind,
      at,
      by: 'clerk',
      sequence: 2,
      outcome: step.kind === 'materials' ? materials : (outcomes[step.kind] ?? {}),
    }
  }
  return {
    id: 'r1',
    reference: 'REF',
    state,
    version: 9,
    store: 'demo',
    carrier: 'china-mobile',
    region: 'CN-SH',
    cardType,
    channel,
    relation: 'self',
    reason: 'other',
    revisionId: 'v1',
    documentType: 'resident_id',
    documentCountry: null,
    applicantDocument: null,
    authority: null,
    contact: { phone: true, email: false, printedSlipOnly: false },
    previous: null,
    customerWaiting: false,
    openedAt: at,
    updatedAt: at,
    touchedAt: at,
    submittedAt: at,
    approvedAt: state === 'closing' ? at : null,
    endedAt: null,
    ending: null,
    steps: noted,
    asked: [],
    pausedOn: null,
    people: {
      openedBy: 'clerk',
      amendedBy: [],
      submittedBy: ['clerk'],
      identityNotedBy: ['clerk'],
    },
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
    assignee: null,
    refund: null,
    remindedAt: null,
    ...change,
  }
}

const inputs: Partial<Record<Move, Record<string, unknown>>> = {
  ask: { items: [{ step: 'materials', words: 'again' }] },
  supply: { answers: [{ step: 'materials', words: 'here' }] },
  take_back: { reason: 'mistyped' },
  approve: { carrierResult: 'OK' },
  reject: { reason: 'other', words: 'sorry' },
  carrier_refuse: { reason: 'debt', carrierReference: 'X1', on: today },
  note_pre_cancelled: { on: today },
  complete: { confirmation: 'C1', on: today },
  withdraw: { reason: 'other', carrierCancelledIt: true },
  recall: { carrierWords: 'not acted' },
  reinstate: { confirmation: 'C2' },
  transfer: { identityMatched: true },
  displace: { otherHolderMatched: true },
}

/** The situation of a move in which nothing is unmet. */
export function situation(
  move: Move,
  capacities: Capacity[],
  given: RequestRecord | null,
): Situation {
  const record = given && fitted(move, given)
  const path = record ?? { cardType: 'sim' as const, channel: 'in_store' as const }
  return {
    record,
    guide: {
      steps: stepsFor(path.cardType, path.channel),
      materials: materialsFor(path.cardType, path.channel),
    },
    policy: {
      offered: true,
      carrierServed: true,
      storeServes: true,
      window: alwaysOpen,
      documents: null,
      applicants: [],
      adultAge: 18,
      refund: null,
      preCancelEnds: { by: 'days', days: 30 },
      callBack: null,
      secondaryFirst: false,
      links: null,
      obligations: ['arrears'],
      payable: ['arrears'],
      waivable: ['card'],
      factDays: 15,
      reviewDays: 3,
      closeDays: 1,
      fourEyes: true,
      lapseDays: 30,
      uncollectedDays: 90,
    },
    actor: {
      kind: capacities.includes('customer')
        ? 'customer'
        : capacities.includes('system')
          ? 'system'
          : 'account',
      id: 'someone-else',
      capacities,
    },
    // A customer cannot say that the carrier cancelled it: theirs is a request that the carrier
    // does not have.
    input: inputs[move] ?? {},
    asked: {
      relation: 'self',
      document: 'resident_id',
      consent: true,
      keepNumber: false,
      liveElsewhere: false,
    },
    today,
  }
}

// What a move demands of the record beside what is noted: the reinstating, the lapsing, the
// customer's withdrawal.
function fitted(move: Move, record: RequestRecord): RequestRecord {
  const withoutCarrier = Object.fromEntries(
    Object.entries(record.steps).filter(([, note]) => note.kind !== 'carrier_submission'),
  )
  if (move === 'reinstate') return { ...record, preCancelled: { on: today, reinstateUntil: today } }
  if (move === 'lapse')
    return {
      ...record,
      steps: withoutCarrier,
      touchedAt: '2026-01-10T02:00:00.000Z',
      remindedAt: '2026-03-01T02:00:00.000Z',
    }
  if (move === 'withdraw') return { ...record, steps: withoutCarrier, approvedAt: null }
  return record
}
