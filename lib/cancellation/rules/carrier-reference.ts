import type { AnyFacts } from './events'
import type { RequestRecord } from './request-record'
import type { Personal, StepWords } from './particulars'

type Outcome = Record<string, unknown>

/** Of an earlier version's note, which held it in plain. */
const plainIn = (outcome: Outcome | undefined) =>
  typeof outcome?.carrierReference === 'string' ? outcome.carrierReference : null

/**
 * What the carrier called a submission, noted with this step; null where there is none, or it was
 * erased.
 */
export function carrierReferenceOf(
  record: Pick<RequestRecord, 'steps'> | null | undefined,
  personal: Personal | null | undefined,
  step: string,
): string | null {
  if (!personal) return null
  return personal.notes?.[step]?.carrierReference ?? plainIn(record?.steps[step]?.outcome)
}

/**
 * What was noted with a step, the carrier's reference with it, for a form that it may be corrected
 * by.
 */
export function outcomeShown(
  record: Pick<RequestRecord, 'steps'>,
  personal: Personal | null | undefined,
  step: string,
): Outcome {
  const carrierReference = carrierReferenceOf(record, personal, step)
  return { ...record.steps[step]?.outcome, ...(carrierReference && { carrierReference }) }
}

/**
 * An event's facts as the API tells them: with the carrier's reference, as far as it can be opened.
 */
export function factsShown(facts: AnyFacts, said: StepWords | null): AnyFacts {
  if (!said?.carrierReference || !facts.outcome) return facts
  return { ...facts, outcome: { ...facts.outcome, carrierReference: said.carrierReference } }
}
