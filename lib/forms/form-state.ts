import type { Refusal } from '@/lib/result'

/**
 * What a form's action answers; codes are worded where they are shown. `typed`: what a form that
 * was sent without scripts shows again.
 */
export type FormState = Answer & { typed?: Record<string, string> }

type Answer =
  | { status: 'idle' }
  | { status: 'done' }
  | { status: 'invalid'; errors: Record<string, string> }
  /** A text that was imported has faults at these places. */
  | { status: 'faulty'; faults: { line: number; column: number; code: string }[] }
  /** What is being written is kept; `seen` is its version now. */
  | { status: 'kept'; seen: number }
  /** What saving would do, before it is done: lines in words, and how many there are in all. */
  | { status: 'looked'; count: number; lines: string[] }
  /** Something that is shown this once. */
  | { status: 'shown'; secret: string }
  | {
      status: 'refused'
      code: string
      unmet?: string[]
      reference?: string /** What happened meanwhile, or where it is used: in words. */
      since?: string[]
    }

export const idle: FormState = { status: 'idle' }

export const refusedForm = (
  code: string,
  more: { unmet?: readonly string[]; reference?: string; since?: string[] } = {},
): FormState => ({
  status: 'refused',
  code,
  ...(more.unmet && { unmet: [...more.unmet] }),
  ...(more.reference && { reference: more.reference }),
  ...(more.since && { since: more.since }),
})

/** What a writer refused, for the form that asked. */
export const refusedBy = (refusal: Refusal): FormState =>
  refusal.code === 'invalid'
    ? { status: 'invalid', errors: refusal.errors ?? {} }
    : refusedForm(refusal.code, refusal)

/** What a form's own fields hold: without what it is about (`$`-prefixed) and without files. */
export const ownFields = (form: FormData) =>
  [...form].flatMap(([name, value]): [string, string][] =>
    name.startsWith('$') || typeof value !== 'string' ? [] : [[name, value]],
  )

/** The same by their names, the last of each. */
export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(ownFields(form))

/** A hidden field of a form (`$`-prefixed: what it is about); empty when it is not there. */
export const hiddenField = (form: FormData, name: string) => String(form.get(name) ?? '')
