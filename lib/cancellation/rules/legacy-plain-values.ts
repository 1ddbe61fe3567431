// Events of earlier versions hold two things in plain that a person typed, and events are never
// changed: the carrier's reference of a note, and an earlier request's reference, which was free
// text. Where the request was erased they are passed over in reading, and its row does not hold
// them.
import type { AnyFacts } from './events'
import type { Particulars, StepNote } from './request-record'

type Outcome = Record<string, unknown>

const withoutReference = ({ carrierReference: _, ...outcome }: Outcome): Outcome => outcome

/** Particulars without the earlier request that they name. */
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

/** Facts of an erased request's event, as they are read. */
export const factsErased = (facts: AnyFacts): AnyFacts => ({
  ...facts,
  ...(facts.outcome && { outcome: withoutReference(facts.outcome) }),
  ...(facts.particulars && { particulars: particularsErased(facts.particulars) }),
})
