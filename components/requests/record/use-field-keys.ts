'use client'
import type { FocusEvent, KeyboardEvent } from 'react'
import { useRef } from 'react'
import { typeInto } from '@/components/forms/type-into'
import { type ReaderLayout, partAfter, readingOf } from '@/lib/domain/identity-reader'

// Scanners and identity-card readers type like a keyboard and end with Enter or Tab. Enter never
// sends the form: half a form would go with each card. Ctrl+Enter does, as everywhere.

type Control = HTMLInputElement | HTMLSelectElement

const isControl = (target: unknown): target is Control =>
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !['button', 'submit', 'file'].includes(target.type))

/** Whether a key belongs to a chord, to Shift+Tab, or to a word that is being composed (IME). */
const isPartOfMore = (event: KeyboardEvent) =>
  event.nativeEvent.isComposing || event.altKey || event.shiftKey || event.ctrlKey || event.metaKey

/**
 * Whether a field waits to be filled: a choice without an answer, an empty text, a needed tick. One
 * that stands for a recorded number does not.
 */
function isEmpty(control: Control): boolean {
  if (!(control instanceof HTMLInputElement)) return !control.value
  if ('kept' in control.dataset) return false
  if (control.type === 'checkbox') return control.required && !control.checked
  if (control.type !== 'radio') return !control.value.trim()
  const group = control.form?.elements.namedItem(control.name)
  return group instanceof RadioNodeList ? !group.value : !control.checked
}

const isReachable = (control: Control) =>
  !control.matches(':disabled') && control.type !== 'hidden' && control.checkVisibility()

const sendButton = (form: HTMLFormElement) =>
  form.querySelector<HTMLButtonElement>('button[type=submit]:not(:disabled)')

/** Goes on to the next field that waits to be filled, or to the button when none does. */
function goOn(form: HTMLFormElement, from: Control) {
  const fields = [...form.elements].filter(isControl)
  const after = fields.slice(fields.indexOf(from) + 1)
  const isNext = (field: Control) =>
    field.name !== from.name && !field.name.startsWith('$') && isReachable(field) && isEmpty(field)
  const next = after.find(isNext) ?? sendButton(form)
  next?.focus()
}

/** The person and the part that a field takes of an identity card. */
function cardPartOf(field: Control) {
  const [, person, part] = /^(holder|applicant)\.(name|document\.number)$/.exec(field.name) ?? []
  return person ? { person, part: part === 'name' ? ('name' as const) : ('number' as const) } : null
}

const cardField = (form: HTMLFormElement, person: string, part: 'name' | 'number') => {
  const name = part === 'name' ? `${person}.name` : `${person}.document.number`
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement ? field : null
}

/** Puts what a reader has typed into one field into those of name and number. */
function takeReading(form: HTMLFormElement, field: HTMLInputElement, layout: ReaderLayout) {
  const place = cardPartOf(field)
  const reading = place && readingOf(field.value, layout)
  if (!reading) return null
  const filled: string[] = []
  for (const part of ['name', 'number'] as const) {
    const own = cardField(form, place.person, part)
    const value = reading[part] ?? (own === field ? '' : undefined)
    if (!own || value === undefined) continue
    typeInto(own, value)
    filled.push(own.name)
  }
  return filled
}

/**
 * The keys of the record form. `onFilled` is told the fields that a card reader has filled beside
 * the one with the focus.
 */
export function useFieldKeys(layout: ReaderLayout, onFilled: (names: string[]) => void) {
  // What stood in a field when it took the focus: a part typed since may have come from a reader.
  const entered = useRef<{ field: EventTarget; value: string } | null>(null)

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    const { key, target, currentTarget: form } = event
    const isEnter = key === 'Enter'
    if (!(isEnter || key === 'Tab') || isPartOfMore(event) || !isControl(target)) return
    if (isEnter) event.preventDefault()
    if (!(target instanceof HTMLInputElement)) return isEnter ? goOn(form, target) : undefined
    const filled = takeReading(form, target, layout)
    if (filled) {
      event.preventDefault()
      onFilled(filled)
      return goOn(form, target)
    }
    const next = nextPart(form, target)
    if (next) {
      event.preventDefault()
      return next.focus()
    }
    if (isEnter) goOn(form, target)
  }

  /** The empty field of the part that a reader with a separating key types next. */
  function nextPart(form: HTMLFormElement, field: HTMLInputElement) {
    const place = cardPartOf(field)
    const before = entered.current?.field === field ? entered.current.value : ''
    if (!place || !field.value || field.value === before) return null
    const part = partAfter(place.part, layout)
    const next = part && cardField(form, place.person, part)
    return next && isEmpty(next) ? next : null
  }

  function onFocus({ target }: FocusEvent<HTMLFormElement>) {
    const field: unknown = target
    entered.current = field instanceof HTMLInputElement ? { field, value: field.value } : null
  }
  return { onKeyDown, onFocus }
}
