import { stringify } from 'csv-stringify/sync'

export type Cell = string | number | null

/**
 * For spreadsheets: a byte-order mark, from which Excel on a Chinese Windows detects the encoding,
 * and escaped formulas.
 */
export const csvOptions = { bom: true, escape_formulas: true } as const

/** The response headers of a CSV download. */
export const csvHeaders = (name: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
})

/** Rows as a CSV download. */
export const csvAnswer = (name: string, rows: readonly (readonly Cell[])[]) =>
  new Response(
    stringify(
      rows.map((row) => [...row]),
      csvOptions,
    ),
    { headers: csvHeaders(name) },
  )
