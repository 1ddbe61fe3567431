import { type GuideDifference, differencesOf, fieldsOf } from './differences'
import { type GuideSection, sections } from './draft'
import { type TextLanguage, markedWords } from './marked-words'
import type { GuideContent } from './schemas'
import { type WordChange, wordChanges } from './word-changes'

/** A text of a row in one language; `null` in the language that stayed as it was. */
export type ComparedText = { field: string } & Record<TextLanguage, WordChange[] | null>
/** Whatever else a row says: its kind, of whom it is asked. Codes, joined by commas. */
export type ComparedValue = { field: string; before: string; after: string }

/** `changed` says that its texts or values differ; it may have `moved` as well. */
export type ComparedRow = {
  id: string
  state: 'same' | 'added' | 'removed' | 'changed'
  /** Its places before and after, from 1; null where it only keeps its turn. */
  moved: { from: number; to: number } | null
  texts: ComparedText[]
  values: ComparedValue[]
}
export type ComparedSection = { section: 'intro' | GuideSection; rows: ComparedRow[] }

type Item = { id: string; [field: string]: unknown }

/**
 * Two contents of a guide beside each other, in the order in which the later one is read; what was
 * removed stands where it was.
 */
export function compareGuides(before: GuideContent, after: GuideContent): ComparedSection[] {
  const differences = differencesOf(before, after)
  const at = (where: string) => differences.filter((one) => one.where === where)
  return [
    { section: 'intro', rows: [changedRow('intro', at('intro'))] },
    ...sections.map((section) => ({
      section,
      rows: inReadingOrder(before[section], after[section]).map(({ id }) =>
        rowOf(id, before[section], after[section], at(`${section}.${id}`)),
      ),
    })),
  ]
}

/** The rows that differ, by what happened to them; a row may be both changed and moved. */
export function countChanges(compared: readonly ComparedSection[]) {
  const rows = compared.flatMap((section) => section.rows)
  const count = (has: (row: ComparedRow) => boolean) => rows.filter(has).length
  return {
    changed: count(({ state }) => state === 'changed'),
    added: count(({ state }) => state === 'added'),
    removed: count(({ state }) => state === 'removed'),
    moved: count(({ moved }) => moved !== null),
  }
}

function inReadingOrder(before: readonly Item[], after: readonly Item[]): Item[] {
  const order = [...after]
  for (const [place, item] of before.entries()) {
    if (after.some(({ id }) => id === item.id)) continue
    const previous = before[place - 1]
    order.splice(previous ? order.findIndex(({ id }) => id === previous.id) + 1 : 0, 0, item)
  }
  return order
}

function rowOf(
  id: string,
  before: readonly Item[],
  after: readonly Item[],
  differences: readonly GuideDifference[],
): ComparedRow {
  const [was, is] = [before.find((one) => one.id === id), after.find((one) => one.id === id)]
  if (!was || !is) return wholeRow(id, was ? 'removed' : 'added', (was ?? is) as Item)
  const row = changedRow(id, differences)
  return differences.some(({ kind }) => kind === 'moved')
    ? { ...row, moved: { from: before.indexOf(was) + 1, to: after.indexOf(is) + 1 } }
    : row
}

function changedRow(id: string, differences: readonly GuideDifference[]): ComparedRow {
  const fields = differences.flatMap(({ field, before = '', after = '' }) =>
    field ? [{ field, before, after }] : [],
  )
  return {
    id,
    state: fields.length ? 'changed' : 'same',
    moved: null,
    ...compared(fields, ({ before, after }, language) => wordChanges(before, after, language)),
  }
}

function wholeRow(id: string, state: 'added' | 'removed', item: Item): ComparedRow {
  const fields = [...fieldsOf(item)].flatMap(([field, value]) => {
    const [before, after] = state === 'added' ? ['', value] : [value, '']
    return field === 'id' || value === '' ? [] : [{ field, before, after }]
  })
  const whole = ({ before, after }: ComparedValue, language: TextLanguage): WordChange[] => [
    { kind: state, words: markedWords(before || after, language) },
  ]
  return { id, state, moved: null, ...compared(fields, whole) }
}

const languageOf = (field: string): TextLanguage | null =>
  field.endsWith('.zh') ? 'zh' : field.endsWith('.en') ? 'en' : null

/** Sorts fields into texts, with both languages beside each other, and values. */
function compared(
  fields: readonly ComparedValue[],
  words: (value: ComparedValue, language: TextLanguage) => WordChange[],
): Pick<ComparedRow, 'texts' | 'values'> {
  const texts = new Map<string, ComparedText>()
  for (const one of fields) {
    const language = languageOf(one.field)
    if (!language) continue
    const field = one.field.slice(0, -3)
    const text = texts.get(field) ?? { field, zh: null, en: null }
    texts.set(field, { ...text, [language]: words(one, language) })
  }
  return {
    texts: [...texts.values()],
    values: fields.filter(({ field }) => !languageOf(field)),
  }
}
