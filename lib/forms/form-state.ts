import type { SavedDraft } from '@/lib/guide/own-words'
import type { Refusal } from '@/lib/result'

/**
 * The result of a form's action; codes are localized where they are shown. `typed`: the input to
 * show again if the form was sent without scripts.
 */
export type FormState = Answer & { typed?: Record<string, string> }

type Answer =
  | { status: 'idle' }
  | { status: 'done' }
  | { status: 'invalid'; errors: Record<string, string> }
  /** An imported text has faults at these positions. */
  | { status: 'faulty'; faults: { line: number; column: number; code: string }[] }
  /** The draft was saved; `seen` is its new version, `saved` what it is now. */
  | { status: 'kept'; seen: number; saved: SavedDraft }
  /** A preview of what saving would do: a list of texts, and the total number. */
  | { status: 'looked'; count: number; lines: string[] }
  /** A secret that is shown once; `about`: what it is, where a form shows several. */
  | { status: 'shown'; secret: string; about?: string }
  | {
      status: 'refused'
      code: string
      unmet?: string[]
      reference?: string
      /** Localized: what happened meanwhile, or where it is used. */
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

/** A writer's refusal as a form state. */
export const refusedBy = (refusal: Refusal): FormState =>
  refusal.code === 'invalid'
    ? { status: 'invalid', errors: refusal.errors ?? {} }
    : refusedForm(refusal.code, refusal)

/** A form's own fields, without context (`$`-prefixed) and files. */
export const ownFields = (form: FormData) =>
  [...form].flatMap(([name, value]): [string, string][] =>
    name.startsWith('$') || typeof value !== 'string' ? [] : [[name, value]],
  )

/** The same as an object; the last value of each name. */
export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(ownFields(form))

/** A hidden context field of a form (`$`-prefixed); empty when missing. */
export const hiddenField = (form: FormData, name: string) => String(form.get(name) ?? '')
