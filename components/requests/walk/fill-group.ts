import type { StepKind } from '@/lib/domain/step-kinds'

/** The answer that one press gives to each question of a group, by the kind of its step. */
const usual: Partial<Record<StepKind, string>> = {
  materials: 'present',
  obligations: 'not_applicable',
  identity_check: 'carrier_record',
}

/** Kinds whose groups can be filled by one press; the others ask for something to be typed. */
export const canFill = (kind: StepKind) =>
  kind in usual || kind === 'advice' || kind === 'aftercare'

/** Kinds that ask one thing: once it is answered, the next group comes. */
export const asksOneThing = (kind: StepKind) =>
  kind === 'instruction' || kind === 'application_form' || kind === 'receipt'

const controlsOf = (group: HTMLElement) =>
  group.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    'input, select, textarea',
  )

/**
 * Answers every question of a group that has no answer yet as usual and ticks every box, as clicks
 * would: what is an exception is answered before, and stays.
 */
export function fillGroup(group: HTMLElement, kind: StepKind) {
  const controls = [...controlsOf(group)].filter((control) => control instanceof HTMLInputElement)
  const isAnswered = (name: string) =>
    controls.some((control) => control.type === 'radio' && control.name === name && control.checked)
  for (const control of controls) {
    if (control.type === 'checkbox' && !control.checked) control.click()
    const isUsual = control.type === 'radio' && control.value === usual[kind]
    if (isUsual && !isAnswered(control.name)) control.click()
  }
}

/** Whether everything that a group requires is there, and nothing is left to wait for (P1). */
export const isFilled = (group: HTMLElement) =>
  [...controlsOf(group)].every(
    (control) =>
      control.validity.valid &&
      !(control instanceof HTMLInputElement && control.checked && control.value === 'waiting'),
  )
