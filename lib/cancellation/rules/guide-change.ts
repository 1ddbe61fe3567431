import type { GuideContent } from '@/lib/guide/schemas'
import type { RequestRecord } from './request-record'

type Guide = Pick<GuideContent, 'steps'>

/**
 * How a request's notes map to another revision: the new id of each noted step, null where it is
 * gone, and the added steps.
 */
export type GuideChange = { carried: Record<string, string | null>; added: string[] }

/**
 * Maps a note to the step of the same id and kind. Kinds that record something occur once per
 * guide, so their note follows the kind even under another id. The note of a removed instruction
 * remains only in the history.
 */
export function guideChange(
  before: Guide,
  after: Guide,
  { steps }: Pick<RequestRecord, 'steps'>,
): GuideChange {
  const carried = Object.fromEntries(
    Object.entries(steps).map(([id, { kind }]) => {
      const same = after.steps.find((step) => step.id === id && step.kind === kind)
      const ofKind =
        kind === 'instruction' ? undefined : after.steps.find((step) => step.kind === kind)
      return [id, (same ?? ofKind)?.id ?? null]
    }),
  )
  const known = [...before.steps.map(({ id }) => id), ...Object.values(carried)]
  return { carried, added: after.steps.filter(({ id }) => !known.includes(id)).map(({ id }) => id) }
}

/** Notes under their new step ids; notes of removed steps are dropped. */
export const carriedOver = <T>(
  notes: Record<string, T>,
  carried: Record<string, string | null>,
): Record<string, T> =>
  Object.fromEntries(
    Object.entries(notes).flatMap(([id, note]) => (carried[id] ? [[carried[id], note]] : [])),
  )
