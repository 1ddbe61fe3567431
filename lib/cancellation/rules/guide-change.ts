import type { GuideContent } from '@/lib/guide/schemas'
import type { RequestRecord } from './request-record'

type Guide = Pick<GuideContent, 'steps'>

/**
 * What becomes of a request's notes under another revision: each noted step's new id, null where it
 * is gone; and the steps that are new.
 */
export type GuideChange = { carried: Record<string, string | null>; added: string[] }

/**
 * A note is carried over to the step of the same id and kind; a kind that records something stands
 * once in a guide, so its note follows it under whatever id. An instruction that is gone leaves its
 * note in the history alone.
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

/** Notes under their new ids; those that are gone fall away. */
export const carriedOver = <T>(
  notes: Record<string, T>,
  carried: Record<string, string | null>,
): Record<string, T> =>
  Object.fromEntries(
    Object.entries(notes).flatMap(([id, note]) => (carried[id] ? [[carried[id], note]] : [])),
  )
