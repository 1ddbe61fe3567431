import { type CsvError, parse } from 'csv-parse/sync'
import type { Day } from '@/lib/domain/days'
import { isStorable } from '@/lib/forms/storable-text'
import { type OpenInput, openSchema } from './schemas'

/** The columns of a file of paper requests, with their path in the body that opens a request. */
export const paperColumns = {
  cardType: ['cardType'],
  channel: ['channel'],
  carrier: ['carrier'],
  region: ['region'],
  phoneNumber: ['phoneNumber'],
  iccid: ['card', 'iccid'],
  eid: ['card', 'eid'],
  imei: ['card', 'imei'],
  holderName: ['holder', 'name'],
  documentType: ['holder', 'document', 'type'],
  documentNumber: ['holder', 'document', 'number'],
  documentCountry: ['holder', 'document', 'country'],
  contactPhone: ['contact', 'phone'],
  contactEmail: ['contact', 'email'],
  printedSlipOnly: ['contact', 'printedSlipOnly'],
  reason: ['reason'],
  consent: ['consent'],
} as const satisfies Record<string, readonly string[]>
type Column = keyof typeof paperColumns
export const paperHeader = Object.keys(paperColumns) as Column[]
/** Required columns. */
export const paperNeeded: readonly Column[] = [
  'cardType',
  'channel',
  'carrier',
  'region',
  'phoneNumber',
  'holderName',
  'documentType',
  'documentNumber',
  'reason',
  'consent',
]

/** Maximum number of rows per import. */
export const mostPaperRows = 5000

/** `name`: the column; for the code `encoding` the bytes that cannot be read. */
export type PaperFault = { line: number; column: number; name: string; code: string }
export type PaperRow = { line: number; input: OpenInput }

const faultAt = (line: number, column: number, name: string, code: string): PaperFault => ({
  line,
  column,
  name,
  code,
})

/**
 * Reads requests of one store from CSV. Returns all faults at once, each with its 1-based line and
 * column; a single fault rejects the whole file.
 */
export function readPaper(
  text: string,
  store: string,
  today: Day,
): { rows: PaperRow[]; faults: PaperFault[] } {
  const read = recordsOf(text)
  if ('fault' in read) return { rows: [], faults: [read.fault] }
  const { header, records } = read
  const schema = openSchema(today)
  const seen = new Set<string>()
  const faults: PaperFault[] = []
  const rows: PaperRow[] = []
  for (const { line, record } of records) {
    const unstorable = header.filter((name) => !isStorable(record[name] ?? ''))
    for (const name of unstorable) {
      faults.push(faultAt(line, header.indexOf(name) + 1, name, 'text_malformed'))
    }
    if (unstorable.length) continue
    const at = (name: string, code: string) =>
      faults.push({ line, column: Math.max(0, header.indexOf(name)) + 1, name, code })
    const parsed = schema.safeParse({ store, keepNumber: false, ...bodyOf(record) })
    if (!parsed.success)
      for (const { path, message } of parsed.error.issues)
        at(columnOf(path), /^[a-z_]+$/.test(message) ? message : 'invalid')
    else if (!parsed.data.consent) at('consent', 'must_be_ticked')
    else if (seen.has(parsed.data.phoneNumber)) at('phoneNumber', 'number_twice')
    else rows.push({ line, input: parsed.data })
    if (parsed.success) seen.add(parsed.data.phoneNumber)
  }
  if (records.length === 0) faults.push(faultAt(1, 1, '', 'nothing_there'))
  return { rows: faults.length ? [] : rows, faults }
}

type Read = { header: string[]; records: { line: number; record: Record<string, string> }[] }

/** The first `most` records of a file, each with the line that it ends on. */
function firstOf(text: string, most: number) {
  const how = { bom: true, trim: true, skip_empty_lines: true, relax_column_count: false } as const
  const records: unknown = parse(text, { ...how, info: true, to: most })
  return records as { record: string[]; info: { lines: number } }[]
}

/**
 * Reads the header first, then at most one row more than allowed, so that an oversized file is not
 * parsed to its end.
 */
function recordsOf(text: string): Read | { fault: PaperFault } {
  const whole = (...fault: Parameters<typeof faultAt>) => ({ fault: faultAt(...fault) })
  try {
    const header = firstOf(text, 1)[0]?.record ?? []
    const unknown = header.findIndex((name) => !Object.hasOwn(paperColumns, name))
    if (unknown >= 0) return whole(1, unknown + 1, header[unknown] ?? '', 'column_unknown')
    const missing = paperNeeded.find((name) => !header.includes(name))
    if (missing) return whole(1, header.length + 1, missing, 'column_missing')
    const lines = firstOf(text, mostPaperRows + 2).slice(1)
    if (lines.length > mostPaperRows) return whole(mostPaperRows + 2, 1, '', 'too_many_rows')
    const named = (cells: string[]) =>
      Object.fromEntries(header.map((name, place) => [name, cells[place] ?? '']))
    return {
      header,
      records: lines.map(({ record, info }) => ({ line: info.lines, record: named(record) })),
    }
  } catch (error) {
    const { lines = 1, index = 0 } = error as CsvError & { lines?: number; index?: number }
    return whole(lines, index + 1, '', 'csv_malformed')
  }
}

const ticked = ['consent', 'printedSlipOnly']
const yes = ['是', 'yes', 'true', '1', 'y', '√']

/** A row as the body that opens a request; empty cells are omitted. */
function bodyOf(record: Record<string, string>): object {
  const body: Record<string, unknown> = {}
  for (const [name, places] of Object.entries(paperColumns)) {
    const typed = record[name]
    if (!typed) continue
    const [last = ''] = places.slice(-1)
    let part = body
    for (const place of places.slice(0, -1)) {
      const inner = (part[place] ?? {}) as Record<string, unknown>
      part[place] = inner
      part = inner
    }
    part[last] = ticked.includes(name) ? yes.includes(typed.toLowerCase()) : typed
  }
  return { contact: {}, ...body }
}

const columnOf = (path: readonly PropertyKey[]) =>
  (Object.entries(paperColumns).find(([, places]) => places.join() === path.join()) ??
    Object.entries(paperColumns).find(([, places]) => places[0] === path[0]))?.[0] ?? ''
