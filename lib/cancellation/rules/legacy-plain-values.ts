// Events of earlier versions hold two typed values unencrypted, and events are immutable: the
// carrier's reference of a note, and an earlier request's reference, which was free text. For an
// erased request they are skipped on reading, and its row does not contain them.
import type { AnyFacts } from './events'
import type { Particulars, StepNote } from './request-record'

type Outcome = Record<string, unknown>

const withoutReference = ({ carrierReference: _, ...outcome }: Outcome): Outcome => outcome

/** Particulars without the earlier request's reference. */
export const particularsErased = <P extends Pick<Particulars, 'previous'>>(particulars: P): P => ({
  ...particulars,
  previous: null,
})

/** Notes without the carrier's reference. */
export const stepsErased = (steps: Record<string, StepNote>): Record<string, StepNote> =>
  Object.fromEntries(
    Object.entries(steps).map(([id, note]) => [
      id,
      { ...note, outcome: withoutReference(note.outcome) },
    ]),
  )

/** The facts of an erased request's event, without these values. */
export const factsErased = (facts: AnyFacts): AnyFacts => ({
  ...facts,
  ...(facts.outcome && { outcome: withoutReference(facts.outcome) }),
  ...(facts.particulars && { particulars: particularsErased(facts.particulars) }),
})
