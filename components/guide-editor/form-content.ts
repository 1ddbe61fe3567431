import { typeInto } from '@/components/forms/type-into'
import { fromForm } from '@/lib/forms/read-form'
import type { GuideDraftContent } from '@/lib/guide/draft'
import { same } from '@/lib/guide/merge'
import { type GuideSection, sections } from '@/lib/guide/sections'

type Tree = { [key: string]: unknown }
type Row = Tree & { id: string }

/** What the guide's form says. Empty fields are left out, as they are when it is sent. */
export function contentOfForm(fields: FormData): GuideDraftContent {
  const said = fromForm(fields)
  const rows = sections.map((section) => {
    const items = (said[section] as Tree[] | undefined) ?? []
    return [section, items.map((item) => ({ ...item, id: item.id ?? '' }))]
  })
  return { intro: said.intro ?? {}, ...Object.fromEntries(rows) } as GuideDraftContent
}

/** Rows in a new order: the place that one had, or a row that is new. */
export type RowOrder = readonly (number | Row)[]

/** The order of a section's rows after a change; null where it stays. */
export function newOrder(
  before: GuideDraftContent,
  after: GuideDraftContent,
  section: GuideSection,
): RowOrder | null {
  const [had, has] = [keyed(before[section]), keyed(after[section])]
  const places = new Map([...had.keys()].map((key, place) => [key, place]))
  const order = [...has].map(([key, row]) => places.get(key) ?? row)
  const stays = order.length === had.size && order.every((one, place) => one === place)
  return stays ? null : order
}

/**
 * Puts into the form's fields what differs, once its rows stand in the new order; the field that
 * has the focus keeps it, and the caret.
 */
export function fillIn(form: HTMLFormElement, before: GuideDraftContent, after: GuideDraftContent) {
  fillFields(form, 'intro', before.intro, after.intro)
  for (const section of sections) {
    const had = keyed(before[section])
    for (const [place, [key, row]] of [...keyed(after[section])].entries()) {
      const old = had.get(key)
      if (old) fillFields(form, `${section}.${place}`, old, row)
    }
  }
}

/** Rows by their id; the second of the same id has a key of its own. */
function keyed(rows: readonly { id: string }[]): Map<string, Row> {
  const times = new Map<string, number>()
  return new Map(
    (rows as readonly Row[]).map((row) => {
      const time = (times.get(row.id) ?? 0) + 1
      times.set(row.id, time)
      return [`${row.id} ${time}`, row]
    }),
  )
}

const isGroup = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function fillFields(form: HTMLFormElement, name: string, before: unknown, after: unknown) {
  if (same(before, after)) return
  if (isGroup(before) || isGroup(after)) {
    const [had, has] = [isGroup(before) ? before : {}, isGroup(after) ? after : {}]
    for (const key of new Set([...Object.keys(had), ...Object.keys(has)]))
      fillFields(form, `${name}.${key}`, had[key], has[key])
    return
  }
  const fields = [...form.elements].filter(
    (field): field is HTMLInputElement | HTMLSelectElement =>
      (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) &&
      field.name.split(':')[0] === name,
  )
  for (const field of fields) fill(field, after)
}

/** The event by which a text's editor is told that its text was replaced; `detail` is the text. */
export const textReplaced = 'guide-text-replaced'

function fill(field: HTMLInputElement | HTMLSelectElement, value: unknown) {
  if (field instanceof HTMLInputElement && field.type === 'checkbox') {
    field.checked = Array.isArray(value) ? value.includes(field.value) : value === true
    return
  }
  const text = typeof value === 'string' ? value : ''
  if (field.type === 'hidden') {
    field.dispatchEvent(new CustomEvent(textReplaced, { detail: text }))
    return
  }
  const { value: before } = field
  const at = document.activeElement === field && field instanceof HTMLInputElement
  const [from, to] = at ? [field.selectionStart, field.selectionEnd] : [null, null]
  typeInto(field, text)
  if (at && from !== null)
    field.setSelectionRange(caretAfter(before, text, from), caretAfter(before, text, to ?? from))
}

/**
 * Where a caret stands once a text was replaced: between the same words, as far as they are there.
 */
export function caretAfter(before: string, after: string, caret: number): number {
  const differs = before.split('').findIndex((unit, n) => unit !== after[n])
  const same = differs < 0 ? before.length : differs
  return caret <= same && caret < before.length
    ? caret
    : Math.max(Math.min(same, after.length), after.length - (before.length - caret))
}
