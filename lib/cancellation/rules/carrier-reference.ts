import { isCallMissedForGood } from './calls'
import type { AnyFacts } from './events'
import type { RequestRecord } from './request-record'
import type { Personal, StepWords } from './particulars'

type Outcome = Record<string, unknown>

/** Earlier versions stored the reference unencrypted in the note. */
const plainIn = (outcome: Outcome | undefined) =>
  typeof outcome?.carrierReference === 'string' ? outcome.carrierReference : null

/** The carrier's reference noted with this step; null where there is none or it was erased. */
export function carrierReferenceOf(
  record: Pick<RequestRecord, 'steps'> | null | undefined,
  personal: Personal | null | undefined,
  step: string,
): string | null {
  if (!personal) return null
  return personal.notes?.[step]?.carrierReference ?? plainIn(record?.steps[step]?.outcome)
}

/**
 * A step's noted outcome including the carrier's reference, as initial values of the correction
 * form; none where the submission is to be made again, under another reference (P15).
 */
export function outcomeWithReference(
  record: Pick<RequestRecord, 'steps' | 'state' | 'call'>,
  personal: Personal | null | undefined,
  step: string,
): Outcome {
  if (record.steps[step]?.kind === 'carrier_submission' && isCallMissedForGood(record)) return {}
  const carrierReference = carrierReferenceOf(record, personal, step)
  return { ...record.steps[step]?.outcome, ...(carrierReference && { carrierReference }) }
}

/** An event's facts for the API, with the carrier's reference where it can be decrypted. */
export function factsWithReference(facts: AnyFacts, said: StepWords | null): AnyFacts {
  if (!said?.carrierReference || !facts.outcome) return facts
  return { ...facts, outcome: { ...facts.outcome, carrierReference: said.carrierReference } }
}
