import { type Day, addDays, dayOf } from '@/lib/domain/days'
import { materialsToNote, stepPhase } from '@/lib/guide/resolve'
import type { GuideStep } from '@/lib/guide/schemas'
import type { NotedKind, StepKind } from '@/lib/domain/step-kinds'
import { isCallMissedForGood } from './calls'
import { circumstancesOf } from './circumstances'
import { documentCounts } from './counter-check'
import { answeredByDocument } from './documents'
import { type RequestRecord, noteOfKind, touchedBy } from './request-record'
import { isClear, waitsUntil } from './obligations'
import { owesSignedSlip } from './signed-slip'
import { type Situation, worksAtStore } from './situation'
import type { DemandName } from './workflow'

type Meets = (situation: Situation, record: RequestRecord) => boolean

const given = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && value !== false
const asks = (situation: Situation, kind: StepKind) =>
  situation.guide.steps.some((step) => step.kind === kind)

const isUpTo = (today: Day, day: Day | undefined) =>
  Boolean(day) && day !== undefined && day <= today

/** Met when the guide has no step of this kind, or the step was noted. */
const noted =
  (kind: NotedKind): Meets =>
  (situation, record) =>
    !asks(situation, kind) || noteOfKind(record, kind) !== undefined

// Taken over from the number before, it says nothing of this number yet.
const identityMatched: Meets = (situation, record) =>
  noted('identity_check')(situation, record) &&
  noteOfKind(record, 'identity_check')?.from === undefined

const materialsComplete: Meets = ({ guide, policy }, record) => {
  const noted = noteOfKind(record, 'materials')?.outcome.items ?? {}
  return materialsToNote(guide.materials, record.relation, circumstancesOf(record)).every(
    (material) => {
      const state = noted[material.id]?.state
      return (
        state === 'present' ||
        (state === 'waived' && !material.proves && policy.waivable.includes(material.id))
      )
    },
  )
}

const obligationsClear: Meets = ({ policy, today }, record) => {
  const noted = noteOfKind(record, 'obligations')?.outcome.items ?? {}
  return policy.obligations.every((obligation) => isClear(noted[obligation], today))
}

// Where the money goes may be noted later, but before the review (P20).
const balanceNoted: Meets = (situation, record) =>
  noted('balance')(situation, record) &&
  noteOfKind(record, 'balance')?.outcome.destination !== 'missing'

const instructionsDone: Meets = ({ guide }, record) =>
  guide.steps
    .filter(
      (step) =>
        step.kind === 'instruction' &&
        step.required &&
        stepPhase(step, record.channel) === 'before_review',
    )
    .every((step) => record.steps[step.id])

/** The first step before review that was noted longer ago than the carrier allows. */
export function staleStep({ guide, policy, today, record }: Situation): GuideStep | undefined {
  if (!record) return undefined
  return guide.steps.find((step) => {
    const note = record.steps[step.id]
    return (
      note &&
      stepPhase(step, record.channel) === 'before_review' &&
      step.kind !== 'carrier_submission' &&
      addDays(dayOf(new Date(note.at)), policy.factDays) < today
    )
  })
}

const secondPerson: Meets = ({ policy, actor, input }, record) =>
  !touchedBy(record, actor.id) || (!policy.fourEyes && given(input.overrideReason))

// Answered in words, or by a photo added since.
const everyAskedItemAnswered: Meets = ({ input }, record) => {
  const { answers = [] } = input
  return record.asked.every(
    ({ step }) =>
      answeredByDocument(record, step) ||
      answers.some((answer) => answer.step === step && given(answer.words)),
  )
}

/** Days between the reminder and the lapse of a request. */
export const daysFromReminderToLapse = 3

/**
 * The condition behind each demand. For `open` there is no record yet, so its demands look only at
 * the input.
 */
export const demands: Record<DemandName, Meets> = {
  channel_offered: ({ policy }) => policy.offered,
  carrier_served: ({ policy }) => policy.carrierServed,
  store_serves: ({ policy }) => policy.storeServes,
  applicant_allowed: ({ policy, asked }) =>
    !asked || asked.relation === 'self' || policy.applicants.includes(asked.relation),
  document_accepted: ({ policy, asked }) => documentCounts(policy, asked?.document ?? null),
  number_not_kept: ({ asked }) => asked?.keepNumber === false,
  consent_given: ({ asked }) => asked?.consent === true,
  no_live_request: ({ asked }) => asked?.liveElsewhere === false,
  materials_complete: materialsComplete,
  identity_matched: identityMatched,
  obligations_clear: obligationsClear,
  balance_noted: balanceNoted,
  advice_acknowledged: noted('advice'),
  instructions_done: instructionsDone,
  form_signed: noted('application_form'),
  card_accounted: noted('card_return'),
  device_ready: noted('device_unlock'),
  // In a store the submission to the carrier happens after approval, so it is not required before
  // review.
  carrier_submitted: (situation, record) =>
    (record.state === 'open' && record.channel === 'in_store') ||
    (noted('carrier_submission')(situation, record) && !isCallMissedForGood(record)),
  facts_fresh: (situation, record) => !staleStep({ ...situation, record }),
  // Staff saw the signature, be it before or with this very move.
  contact_reachable: ({ actor, input }, record) =>
    !owesSignedSlip(record) ||
    (record.contact.printedSlipOnly && worksAtStore(actor) && input.slipSigned === true),
  items_named: ({ input }) => (input.items ?? []).some((item) => given(item.words)),
  items_answered: everyAskedItemAnswered,
  reason_given: ({ input }) => given(input.reason),
  second_person: secondPerson,
  carrier_result: ({ input }, { channel }) => channel === 'in_store' || given(input.carrierResult),
  customer_told: ({ input }) => given(input.words),
  not_pre_cancelled: (_, { preCancelled }) => preCancelled === null,
  refusal_documented: ({ input, today }) =>
    given(input.reason) && given(input.carrierReference) && isUpTo(today, input.on),
  carrier_pre_cancels: ({ policy }) => policy.preCancelEnds !== null,
  pre_cancellation_dated: ({ input, today }) => isUpTo(today, input.on),
  carrier_confirmed: ({ input, today }) =>
    given(input.confirmation) && (input.on === undefined || isUpTo(today, input.on)),
  device_checked: noted('device_check'),
  before_no_return: (_, { approvedAt }) => approvedAt === null,
  carrier_cancelled_it: ({ input, actor }, record) =>
    record.channel === 'in_store' ||
    !noteOfKind(record, 'carrier_submission') ||
    (actor.kind === 'account' && given(input.carrierCancelledIt)),
  carrier_not_acting: ({ input }, record) =>
    !noteOfKind(record, 'carrier_submission') || given(input.carrierWords),
  pre_cancelled: (_, { preCancelled }) => preCancelled !== null,
  window_open: ({ today }, { preCancelled }) =>
    preCancelled !== null && today <= preCancelled.reinstateUntil,
  untouched: ({ policy, today }, record) =>
    addDays(lastWaitedFor(record), policy.lapseDays) < today,
  reminded: ({ today }, { remindedAt }) =>
    remindedAt !== null && addDays(dayOf(new Date(remindedAt)), daysFromReminderToLapse) <= today,
  not_at_carrier: (_, record) => !noteOfKind(record, 'carrier_submission'),
  slip_or_identity: ({ slipCodeRight, input }) =>
    slipCodeRight === true || given(input.identityMatched),
  other_holder_matched: ({ input }) => given(input.otherHolderMatched),
}

/**
 * The day from which a request counts as inactive: its last event (except reminders), or the last
 * day on which an obligation clears by itself.
 */
function lastWaitedFor(record: RequestRecord) {
  return [dayOf(new Date(record.touchedAt)), waitsUntil(record) ?? ''].sort().at(-1) as string
}
