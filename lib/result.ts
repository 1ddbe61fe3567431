/** An expected "no", typed and worded at the edge in the reader's language; never an exception. */
export type Refusal<Code extends string = string> = {
  code: Code
  /** Names of the demands that are not met. */
  unmet?: readonly string[]
  /** The live request that stands in the way, where it may be seen. */
  reference?: string
  /** Codes of what is wrong, by the dotted path of the field. */
  errors?: Record<string, string>
  /** Where a thing that was to be deleted is in use. */
  uses?: readonly Use[]
}

/**
 * What uses a thing: how many, and one of them by name; `of`: which thing, where it is one of
 * several.
 */
export type Use = { by: string; count: number; example: string; of?: string }

export type Result<T, R = Refusal> = { ok: true; value: T } | { ok: false; refusal: R }

export const done = <T>(value: T) => ({ ok: true, value }) as const
export const refused = <R>(refusal: R) => ({ ok: false, refusal }) as const
