/** An expected failure, typed, and localized at the edge; never an exception. */
export type Refusal<Code extends string = string> = {
  code: Code
  /** Names of the unmet demands. */
  unmet?: readonly string[]
  /** The conflicting live request, where it may be seen. */
  reference?: string
  /** Fault codes by the field's dotted path. */
  errors?: Record<string, string>
  /** The uses of something that was to be deleted. */
  uses?: readonly Use[]
}

/** Uses of a thing: their number and an example; `of`: which thing, if there are several. */
export type Use = { by: string; count: number; example: string; of?: string }

export type Result<T, R = Refusal> = { ok: true; value: T } | { ok: false; refusal: R }

export const done = <T>(value: T) => ({ ok: true, value }) as const
export const refused = <R>(refusal: R) => ({ ok: false, refusal }) as const
