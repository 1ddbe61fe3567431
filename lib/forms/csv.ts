import { stringify } from 'csv-stringify/sync'

type Cell = string | number | null

/** Rows as a CSV file to be kept, for a spreadsheet: with a byte-order mark, and no cell that is a formula. */
export const csvAnswer = (name: string, rows: readonly (readonly Cell[])[]) =>
  new Response(stringify(rows.map((row) => [...row]), { bom: true, escape_formulas: true }), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' },
  })
