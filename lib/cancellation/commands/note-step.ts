import { workingCalendar } from '@/lib/calendar/queries'
import type { WorkingCalendar } from '@/lib/calendar/working-days'
import type { SqlTransaction } from '@/lib/db/sql'
import { refundRoutesFor } from '@/lib/domain/coded-values'
import { dayOf } from '@/lib/domain/days'
import { errorsOf } from '@/lib/forms/errors-of'
import { type StepKind, isNoted } from '@/lib/domain/step-kinds'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { isCardElsewhere } from '../queries/cards'
import { type CallTerms, callTerms, isCallMissedForGood, phoneFaults } from '../rules/calls'
import { type CardQuestion, questionsOfCard } from '../rules/cards'
import { type Actor, actorOf } from '../rules/actor'
import { judgeNote } from '../rules/judge-note'
import { changedSince } from '../rules/looks'
import { type PlainBalance, withKeptDestination } from '../rules/balance-outcome'
import { type Outcomes, dayFaults, outcomeSchemas, partsOf } from '../rules/outcomes'
import { promisesFrom } from '../rules/promises'
import type { Promises, RequestRecord, StepNote } from '../rules/request-record'
import type { Situation } from '../rules/situation'
import { type WriteRefusal, type Written, appendNext, withLockedRequest } from './writer/append'
import type { LockedRequest } from './writer/next-event'
import { bagForCard } from './writer/bag-of-store'
import { situationOf } from './writer/situation'

/**
 * The version that the caller saw; refused as stale when the step was noted since. `exactly`:
 * refused when anything has changed since.
 */
type SeenStep = { reference: string; version?: number; exactly?: true }

/** The materials or obligations that a step of this kind lists. */
const itemsOf = (kind: StepKind | undefined, { guide, policy }: Situation): readonly string[] =>
  kind === 'materials' ? guide.materials.map(({ id }) => id) : policy.obligations

type Noted = Result<LockedRequest, WriteRefusal>

/**
 * Records the outcome of a step, or corrects it; `input` is validated by the schema of its kind in
 * `outcomeSchemas`. Stale when the step was noted after `seen.version`.
 */
export async function noteStep({
  actor,
  seen,
  step,
  input,
  now,
}: {
  actor: Actor
  seen: SeenStep
  step: string
  input: Record<string, unknown>
  now: Date
}): Promise<Written> {
  // Read before the transaction, which holds one connection; only a submission counts days.
  const calendar = input.carrierReference === undefined ? null : await workingCalendar(now)
  return withLockedRequest(actor, seen.reference, undefined, async (tx, locked) => {
    const noted = await noteWithin(tx, locked, { actor, seen, step, input, calendar, now })
    return noted.ok ? done(noted.value.record) : noted
  })
}

/** The same within a transaction that holds the request's lock; gives the request as it is then. */
export async function noteWithin(
  tx: SqlTransaction,
  locked: LockedRequest,
  {
    actor,
    seen,
    step: stepId,
    input,
    calendar,
    now,
  }: {
    actor: Actor
    seen: Pick<SeenStep, 'version' | 'exactly'>
    step: string
    input: Record<string, unknown>
    /** From which a submission's days are counted; null where none is noted. */
    calendar: WorkingCalendar | null
    now: Date
  },
): Promise<Noted> {
  const situation = await situationOf(tx, locked, actor, {}, now)
  const earlier = Object.hasOwn(locked.record.steps, stepId)
    ? locked.record.steps[stepId]
    : undefined
  if (!seen.exactly && seen.version !== undefined && earlier && earlier.sequence > seen.version)
    return refused({ code: 'stale' })
  const refusal = judgeNote(stepId, situation)
  if (refusal) return refused(refusal)
  const kind = situation.guide.steps.find((step) => step.id === stepId)?.kind
  if (!kind || !isNoted(kind)) return refused({ code: 'unknown_step' })
  const given = kind === 'balance' ? withKeptAccount(locked, stepId, input) : input
  const parsed = outcomeSchemas[kind].safeParse(given)
  if (!parsed.success) return refused({ code: 'invalid', errors: errorsOf(parsed.error) })
  const faults = dayFaults(
    parsed.data,
    dayOf(new Date(locked.record.openedAt)),
    situation.today,
    locked.record.channel === 'online' ? situation.policy.window : null,
  )
  if (Object.keys(faults).length) return refused({ code: 'invalid', errors: faults })
  const listed = itemsOf(kind, situation)
  const named = Object.keys((parsed.data as { items?: object }).items ?? {})
  const unknown = named.some((id) => !listed.includes(id))
  if (unknown) return refused({ code: 'invalid', errors: { items: 'invalid' } })
  // Preconditions are evaluated after the checks that fail regardless (RFC 9110, 13.2.1).
  if (seen.exactly && changedSince(locked.record, seen.version)) return refused({ code: 'stale' })
  const asked = questioned(kind, parsed.data, locked, situation)
  if (Object.keys(asked).length) return refused({ code: 'invalid', errors: asked })
  const { phone, email } = locked.record.contact
  if (kind === 'receipt' && 'handedOver' in parsed.data && parsed.data.handedOver === 'sent')
    if (!phone && !email)
      return refused({ code: 'invalid', errors: { handedOver: 'nowhere_to_send' } })
  const submitted = submissionOf(kind, parsed.data, situation, locked, { calendar, now })
  if (!submitted.ok) return submitted
  const card = await cardAsked(tx, locked, parsed.data)
  if (!card.ok) return card
  const paid = kind === 'balance' ? paidOnTheSpot(parsed.data, earlier, situation) : {}
  const { facts, personal, identifiers } = partsOf({
    ...submitted.value.outcome,
    ...card.value,
    ...paid,
  })
  const bagged = kind === 'card_return' ? await bagForCard(tx, locked, facts, now) : done({})
  if (!bagged.ok) return bagged
  return done(
    await appendNext(tx, locked, {
      type: 'note',
      at: now,
      actor: actorOf(actor),
      facts: {
        step: stepId,
        kind,
        outcome: facts,
        ...bagged.value,
        ...submitted.value.facts,
      },
      personal,
      identifiers,
    }),
  )
}

/** A balance's input with the account that was noted before, where it leaves that empty. */
function withKeptAccount(
  { record, identifiers, personal }: LockedRequest,
  step: string,
  input: Record<string, unknown>,
) {
  const before = Object.hasOwn(record.steps, step) ? record.steps[step] : undefined
  return withKeptDestination(input, {
    route: before?.outcome.route,
    whole: identifiers?.notes?.[step]?.account,
    words: personal?.notes?.[step]?.destination,
  })
}

/** The fault of each field, by the request and by the carrier's rules (P20, P28). */
function questioned(
  kind: StepKind,
  outcome: Record<string, unknown>,
  { record, identifiers }: LockedRequest,
  { policy }: Situation,
): Record<string, string> {
  if (kind === 'obligations') {
    const items = Object.entries((outcome as Outcomes['obligations']).items)
    const wrong = items.filter(
      ([code, item]) => item.state === 'cleared' && item.payment && !policy.payable.includes(code),
    )
    return Object.fromEntries(wrong.map(([code]) => [`items.${code}.payment`, 'unknown_field']))
  }
  if (kind !== 'balance') return {}
  const { route, amountFen, destination } = outcome as Outcomes['balance']
  if (amountFen === 0) return {}
  if (!refundRoutesFor(record.relation).includes(route)) return { route: 'route_not_for_heir' }
  if (!refundRoutesFor(record.relation, policy.refund?.routes).includes(route))
    return { route: 'route_not_offered' }
  if (route === 'other_number' && destination && destination.whole === identifiers?.number)
    return { 'destination.number': 'refund_to_the_dying_number' }
  return {}
}

/** The day on which a balance was paid in cash, as first noted. */
function paidOnTheSpot(
  outcome: Record<string, unknown>,
  earlier: StepNote | undefined,
  { today }: Situation,
) {
  const { paid, amountFen } = outcome as Outcomes['balance']
  const { paidOn, amountFen: before } = (earlier?.outcome ?? {}) as Partial<PlainBalance>
  return {
    paid: undefined,
    ...(paid && { paidOn: amountFen === before && paidOn ? paidOn : today }),
  }
}

/**
 * What came up about a card that came back, for the facts; refused where it did and no reason was
 * given (P26).
 */
async function cardAsked(
  tx: SqlTransaction,
  { record, identifiers }: LockedRequest,
  outcome: Record<string, unknown>,
): Promise<Result<{ asked?: CardQuestion[] }, Refusal<'invalid'>>> {
  if (outcome.state !== 'returned' || typeof outcome.iccid !== 'string') return done({})
  const elsewhere = await isCardElsewhere(tx, outcome.iccid, { but: record.id })
  const asked = questionsOfCard(outcome.iccid, identifiers?.iccid ?? null, elsewhere)
  const [first] = asked
  if (!first) return done({})
  return outcome.words ? done({ asked }) : refused({ code: 'invalid', errors: { words: first } })
}

type Submitted = {
  outcome: Record<string, unknown>
  facts: { call?: CallTerms; promises?: Promises }
}

/**
 * What a submission to the carrier says besides its outcome: on which terms the carrier rings back,
 * and new promises where it is one more after missed calls (P15). Refused where no phone is named
 * for the call. The phone is dropped where nobody rings.
 */
function submissionOf(
  kind: StepKind,
  outcome: Record<string, unknown>,
  { policy, record }: Situation & { record: RequestRecord },
  { identifiers }: LockedRequest,
  { calendar, now }: { calendar: WorkingCalendar | null; now: Date },
): Result<Submitted, Refusal<'invalid'>> {
  if (kind !== 'carrier_submission') return done({ outcome, facts: {} })
  const { callOn: on, callPhone: phone, ...said } = outcome as Outcomes['carrier_submission']
  const call = record.channel === 'online' ? callTerms({ ...said, callOn: on }, policy, now) : null
  const promises =
    isCallMissedForGood(record) && record.promises.decision && calendar
      ? { promises: promisesFrom(said.submittedOn, policy, calendar, 'submitted_again') }
      : {}
  if (!call) return done({ outcome: said, facts: promises })
  const faults = phoneFaults({ on, phone }, record, identifiers?.number ?? null)
  if (faults.on || faults.phone)
    return refused({
      code: 'invalid',
      errors: {
        ...(faults.on && { callOn: faults.on }),
        ...(faults.phone && { callPhone: faults.phone }),
      },
    })
  return done({
    outcome: { ...said, callOn: on, ...(on === 'other' && { callPhone: phone }) },
    facts: { call, ...promises },
  })
}
