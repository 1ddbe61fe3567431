import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { type Cell, csvHeaders, csvOptions } from '@/lib/forms/csv'
import { log } from '@/lib/log'

/**
 * Rows as a CSV file to be kept, however many: a page of them is made text as it is taken, and none
 * is kept.
 */
export function csvStream(
  name: string,
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
): Response {
  return new Response(
    Readable.toWeb(
      Readable.from(parts(name, pages), { objectMode: true, highWaterMark: 1 }),
    ) as ReadableStream<Uint8Array>,
    { headers: csvHeaders(name) },
  )
}

async function* parts(name: string, pages: AsyncIterable<readonly (readonly Cell[])[]>) {
  try {
    let bom: boolean = csvOptions.bom
    for await (const rows of pages) {
      yield Buffer.from(stringify(rows as Cell[][], { ...csvOptions, bom }))
      bom = false
    }
  } catch (error) {
    log.error({ err: error, name }, 'an export broke off')
    throw error
  }
}
