import { typeInto } from '@/components/forms/type-into'
import { ownFields } from '@/lib/forms/form-state'

export type Fields = [string, string][]

/** A form's current fields. */
export const fieldsOf = (form: HTMLFormElement): Fields => ownFields(new FormData(form))

const same = (one: Fields, other: Fields) => JSON.stringify(one) === JSON.stringify(other)

/**
 * Sets values as if they were typed, so that React's state follows; returns whether anything
 * changed.
 */
function putOnce(form: HTMLFormElement, fields: Fields): boolean {
  const wanted = new Map<string, string[]>()
  for (const [name, value] of fields) wanted.set(name, [...(wanted.get(name) ?? []), value])
  let changed = false
  // As it would be sent: a grouped number differs from what its field shows.
  const sent = new FormData(form)
  for (const control of form.elements) {
    if (
      !(
        control instanceof HTMLInputElement ||
        control instanceof HTMLSelectElement ||
        control instanceof HTMLTextAreaElement
      )
    )
      continue
    const values = wanted.get(control.name)
    if (
      !values ||
      control.name.startsWith('$') ||
      control.type === 'hidden' ||
      control.type === 'file' ||
      control.type === 'password'
    )
      continue
    if (
      control instanceof HTMLInputElement &&
      (control.type === 'radio' || control.type === 'checkbox')
    ) {
      const on = values.includes(control.value)
      if (control.checked !== on && (control.type === 'checkbox' || on)) {
        control.click()
        changed = true
      }
      continue
    }
    const value = values.at(-1) ?? ''
    if (control.value === value || sent.getAll(control.name).at(-1) === value) continue
    typeInto(control, value)
    changed = true
  }
  return changed
}

/**
 * Restores a draft into its form. Choices can reveal further fields, so this repeats until nothing
 * changes, or until a key or the mouse is pressed: what is typed then is newer than the draft.
 */
export async function putBack(form: HTMLFormElement, fields: Fields) {
  const touched = new AbortController()
  const onTouch = { once: true, capture: true, signal: touched.signal }
  for (const name of ['keydown', 'pointerdown'])
    form.addEventListener(name, () => touched.abort(), onTouch)
  for (let round = 0; round < 6 && !touched.signal.aborted && putOnce(form, fields); round += 1)
    await new Promise((resolve) => setTimeout(resolve, 60))
  touched.abort()
}

export const differs = (form: HTMLFormElement, fields: Fields) => !same(fieldsOf(form), fields)
