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
    if (control.value === value) continue
    // Through the prototype's setter, because React intercepts the element's own property.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(
      control,
      value,
    )
    control.dispatchEvent(
      new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    )
    changed = true
  }
  return changed
}

/**
 * Restores a draft into its form. Choices can reveal further fields, so this repeats until nothing
 * changes.
 */
export async function putBack(form: HTMLFormElement, fields: Fields) {
  for (let round = 0; round < 6 && putOnce(form, fields); round += 1)
    await new Promise((resolve) => setTimeout(resolve, 60))
}

export const differs = (form: HTMLFormElement, fields: Fields) => !same(fieldsOf(form), fields)
