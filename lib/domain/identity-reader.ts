// Identity-card readers and scanners type like a keyboard. A reader types the parts of a card in an
// order and with a separator that its administrator has set; the store's settings say the same.

/** What a reader types, part by part; `skip` is what no field takes: sex, people, birth, address. */
export const readerFields = ['name', 'number', 'skip'] as const
export type ReaderField = (typeof readerFields)[number]

/** What stands between two parts: a key, or a character. */
export const readerSeparators = {
  tab: '\t',
  enter: '\n',
  comma: ',',
  semicolon: ';',
  bar: '|',
  hash: '#',
} as const
export type ReaderSeparator = keyof typeof readerSeparators

const isReaderSeparator = (value: string): value is ReaderSeparator =>
  Object.hasOwn(readerSeparators, value)

/** Whether the parts are separated by a key: then each part is typed into a field of its own. */
export const separatesByKey = (separator: ReaderSeparator) =>
  separator === 'tab' || separator === 'enter'

export type ReaderLayout = { fields: readonly ReaderField[]; separator: ReaderSeparator }

/** A store's reader as its row has it; what is not known is left out. */
export const readerLayout = (row: {
  readerFields: readonly string[]
  readerSeparator: string
}): ReaderLayout => ({
  fields: row.readerFields.flatMap((name) => readerFields.find((field) => field === name) ?? []),
  separator: isReaderSeparator(row.readerSeparator) ? row.readerSeparator : 'tab',
})

export type CardReading = { name?: string; number?: string }

// Readers that can be set to Chinese punctuation type its full-width forms.
const narrowed = (typed: string) => typed.replace(/[，；｜＃]/g, (wide) => wide.normalize('NFKC'))

/**
 * What a reader has typed into one field, by its parts; null where it is not a reading: other
 * separators, fewer parts, or a number without a digit. Then what was typed stays as it is.
 */
export function readingOf(typed: string, { fields, separator }: ReaderLayout): CardReading | null {
  if (separatesByKey(separator)) return null
  const parts = narrowed(typed).split(readerSeparators[separator])
  if (fields.length < 2 || parts.length < fields.length) return null
  const reading: CardReading = {}
  for (const [place, field] of fields.entries()) {
    const part = parts[place]?.trim()
    if (field !== 'skip' && part) reading[field] = part
  }
  const isCard = !fields.includes('number') || /\d/.test(reading.number ?? '')
  return isCard && (reading.name || reading.number) ? reading : null
}

/** The part that a reader with a separating key types after this one; null after the last. */
export function partAfter(
  part: 'name' | 'number',
  { fields, separator }: ReaderLayout,
): 'name' | 'number' | null {
  if (!separatesByKey(separator)) return null
  const next = fields[fields.indexOf(part) + 1]
  return fields.includes(part) && next !== 'skip' ? (next ?? null) : null
}
