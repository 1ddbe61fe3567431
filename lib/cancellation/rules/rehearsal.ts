import { dayOf } from '@/lib/domain/days'
import { materialsToNote } from '@/lib/guide/resolve'
import type { StepKind } from '@/lib/domain/step-kinds'
import type { GuideContent, GuideMaterial, GuideStep } from '@/lib/guide/schemas'
import { circumstancesOf } from './circumstances'
import type { EventType, RequestEvent } from './events'
import type { RequestRecord } from './request-record'
import { judge } from './judge'
import { applyEvent } from './replay'
import { usualAdultAge } from '@/lib/carriers/rulebook/answer'
import { alwaysOpen } from '@/lib/carriers/rulebook/windows'
import type { Policy, Situation } from './situation'
import { walkOf } from './walk'
import type { CardType, Channel, Circumstance, Relation } from '@/lib/domain/coded-values'
import type { Capacity, Move } from './workflow'

/** The kind of request to rehearse. */
export type Rehearsing = {
  cardType: CardType
  channel: Channel
  relation: Relation
  circumstances: readonly Circumstance[]
  /** Where its number is; what this carrier allows does not matter to a rehearsal. */
  carrier?: string
  region?: string
}

/** The moves from opening to completion. */
export type RehearsedMove = Extract<Move, 'submit' | 'approve' | 'complete'>

/**
 * A step as it comes up or is waited for, with the materials that it asks for; `again`: it was noted before, but
 * later findings require more.
 */
export type RehearsedStep = { step: GuideStep; materials: GuideMaterial[]; again: boolean }
/**
 * The steps that can be noted before a move, and the move; null after the last. `begins`: the
 * request before the first of these steps.
 */
export type RehearsedRound = {
  begins: Situation & { record: RequestRecord }
  steps: RehearsedStep[]
  move: RehearsedMove | null
}

type Guide = Pick<GuideContent, 'steps' | 'materials'>
const acts: { move: RehearsedMove | null; capacity: Capacity }[] = [
  { move: 'submit', capacity: 'staff' },
  { move: 'approve', capacity: 'reviewer' },
  { move: 'complete', capacity: 'staff' },
  { move: null, capacity: 'staff' },
]

/**
 * Walks a fictitious request through a guide by the real process rules and lists what comes up
 * when. Stops where a move would be refused.
 */
export function rehearse(guide: Guide, as: Rehearsing, now: Date): RehearsedRound[] {
  const rounds: RehearsedRound[] = []
  let record = begun(as, now)
  for (const { move, capacity } of acts) {
    const situation = (): Situation & { record: RequestRecord } => ({
      record,
      guide,
      policy: freely,
      today: dayOf(now),
      actor: { kind: 'account', id: capacity, capacities: [capacity] },
      input: { carrierResult: 'x', confirmation: 'x', on: dayOf(now) },
    })
    const begins = situation()
    const steps: RehearsedStep[] = walkOf(begins)
      .filter(({ state }) => state === 'waiting')
      .map(({ step }) => ({ step, materials: [], again: false }))
    for (let left = guide.steps.length * 2; left > 0; left--) {
      const next = walkOf(situation()).find(
        ({ state, blocks }) => state === 'ready' || (state === 'partial' && blocks.length === 0),
      )
      if (!next) break
      const materials =
        next.step.kind === 'materials'
          ? materialsToNote(guide.materials, as.relation, circumstancesOf(record))
          : []
      steps.push({ step: next.step, materials, again: next.state === 'partial' })
      record = happened(
        record,
        'note',
        {
          step: next.step.id,
          kind: next.step.kind,
          outcome: outcomeOf(next.step.kind, as, materials),
        },
        now,
      )
    }
    rounds.push({ begins, steps, move })
    if (move && judge(move, situation())) break
    if (move) record = happened(record, move, {}, now)
  }
  return rounds
}

// A carrier and a store without restrictions: only the guide is rehearsed.
const freely: Policy = {
  offered: true,
  carrierServed: true,
  storeServes: true,
  window: alwaysOpen,
  documents: null,
  applicants: [],
  adultAge: usualAdultAge,
  refund: null,
  preCancelEnds: null,
  callBack: null,
  secondaryFirst: false,
  links: null,
  obligations: [],
  payable: [],
  waivable: [],
  factDays: 30,
  reviewDays: 3,
  closeDays: 1,
  fourEyes: true,
  lapseDays: 30,
  uncollectedDays: 90,
}

function begun(as: Rehearsing, now: Date): RequestRecord {
  const { cardType, channel, relation, carrier = 'rehearsal', region = 'rehearsal' } = as
  const particulars = {
    store: 'rehearsal',
    carrier,
    region,
    cardType,
    channel,
    relation,
    reason: 'other' as const,
    revisionId: 'rehearsal',
    documentType: 'resident_id',
    documentCountry: null,
    applicantDocument: null,
    authority: null,
    contact: { phone: true, email: false, printedSlipOnly: false },
    previous: null,
  }
  return applyEvent(null, {
    sequence: 1,
    type: 'open',
    at: now.toISOString(),
    actor: { kind: 'account', id: 'staff' },
    facts: { id: 'rehearsal', reference: 'rehearsal', particulars, customerWaiting: false },
  })
}

// Rehearsed moves have no input: it would not affect any step.
const happened = (record: RequestRecord, type: EventType, facts: object, now: Date) =>
  applyEvent(record, {
    sequence: record.version + 1,
    type,
    at: now.toISOString(),
    actor: { kind: 'account', id: 'staff' },
    facts,
  } as RequestEvent)

function outcomeOf(
  kind: StepKind,
  { circumstances }: Rehearsing,
  materials: readonly GuideMaterial[],
): Record<string, unknown> {
  const here = (circumstance: Circumstance) => circumstances.includes(circumstance)
  switch (kind) {
    case 'materials':
      return { items: Object.fromEntries(materials.map(({ id }) => [id, { state: 'present' }])) }
    case 'identity_check':
      return {
        matchedBy: here('renewed_document') ? 'name_and_old_document' : 'carrier_record',
        ...(here('expired_document') && { documentExpired: true }),
      }
    case 'card_return':
      return { state: here('card_gone') ? 'lost' : 'returned' }
    case 'device_unlock':
      return { state: here('device_gone') ? 'no_device' : 'not_locked' }
    case 'balance':
      return { amountFen: 0, route: 'none' }
    default:
      return {}
  }
}
