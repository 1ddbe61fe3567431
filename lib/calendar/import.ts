import { type CsvError, parse } from 'csv-parse/sync'
import { type Day, isDay, isWeekend, yearOf } from '@/lib/domain/days'

/** An exception to the Monday-to-Friday rule: a holiday, or a make-up working day (调休). */
export type ExceptionDay = { date: Day; working: boolean; nameZh: string; nameEn: string }

export type ImportFault = { line: number; column: number; code: ImportFaultCode }
export const importFaultCodes = [
  'columns_wrong',
  'csv_malformed',
  'not_a_day',
  'other_year',
  'named_twice',
  'off_or_work',
  'name_missing',
  'nothing_there',
] as const
export type ImportFaultCode = (typeof importFaultCodes)[number]

const columns = ['date', 'day', 'name_zh', 'name_en'] as const
type Row = Record<(typeof columns)[number], string>

/**
 * Reads a year's days from CSV with the columns `date,day,name_zh,name_en`, `day` being `off` or
 * `work`. Returns all faults at once, each with its 1-based line and column. Days that match their
 * weekday's default are dropped.
 */
export function readYear(
  text: string,
  year: number,
): { days: ExceptionDay[]; faults: ImportFault[] } {
  const rows = rowsOf(text)
  if ('fault' in rows) return { days: [], faults: [rows.fault] }
  const seen = new Set<Day>()
  const faults = rows.flatMap(({ record, line }) => faultsIn(record, line, year, seen))
  if (rows.length === 0) faults.push({ line: 1, column: 1, code: 'nothing_there' })
  const days = rows.map(({ record }) => ({
    date: record.date,
    working: record.day === 'work',
    nameZh: record.name_zh,
    nameEn: record.name_en,
  }))
  return {
    days: faults.length ? [] : days.filter(({ date, working }) => working === isWeekend(date)),
    faults,
  }
}

function rowsOf(text: string): { record: Row; line: number }[] | { fault: ImportFault } {
  try {
    const found = parse(text, {
      columns: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: Row; info: { lines: number } }[]
    const missing = found[0] && columns.findIndex((column) => !(column in (found[0]?.record ?? {})))
    if (missing !== undefined && missing >= 0)
      return { fault: { line: 1, column: missing + 1, code: 'columns_wrong' } }
    return found.map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    const { lines = 1, index = 0 } = error as CsvError & { lines?: number; index?: number }
    return {
      fault: { line: lines, column: Math.min(index, columns.length) + 1, code: 'csv_malformed' },
    }
  }
}

function faultsIn(record: Row, line: number, year: number, seen: Set<Day>): ImportFault[] {
  const fault = (name: (typeof columns)[number], code: ImportFaultCode) => ({
    line,
    column: columns.indexOf(name) + 1,
    code,
  })
  const faults: ImportFault[] = []
  if (!isDay(record.date)) faults.push(fault('date', 'not_a_day'))
  else if (yearOf(record.date) !== year) faults.push(fault('date', 'other_year'))
  else if (seen.has(record.date)) faults.push(fault('date', 'named_twice'))
  seen.add(record.date)
  if (record.day !== 'off' && record.day !== 'work') faults.push(fault('day', 'off_or_work'))
  if (!record.name_zh) faults.push(fault('name_zh', 'name_missing'))
  if (!record.name_en) faults.push(fault('name_en', 'name_missing'))
  return faults
}
