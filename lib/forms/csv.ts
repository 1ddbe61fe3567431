import { stringify } from 'csv-stringify/sync'

export type Cell = string | number | null

/**
 * For a spreadsheet: a byte-order mark, by which Excel on a Chinese Windows knows the characters,
 * and no cell that is a formula.
 */
export const csvOptions = { bom: true, escape_formulas: true } as const

/** The headers of a CSV file to be kept. */
export const csvHeaders = (name: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
})

/** Rows as a CSV file to be kept. */
export const csvAnswer = (name: string, rows: readonly (readonly Cell[])[]) =>
  new Response(
    stringify(
      rows.map((row) => [...row]),
      csvOptions,
    ),
    { headers: csvHeaders(name) },
  )
