import { Readable, pipeline } from 'node:stream'
import { stringify } from 'csv-stringify'
import { type Cell, csvHeaders, csvOptions } from '@/lib/forms/csv'
import { log } from '@/lib/log'

/** Rows as a CSV file to be kept, however many: they are made as they are taken, and none is kept. */
export function csvStream(name: string, rows: AsyncIterable<readonly Cell[]>): Response {
  const lines = pipeline(Readable.from(rows), stringify(csvOptions), (error) => {
    if (error && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') log.error({ err: error, name }, 'an export broke off')
  })
  return new Response(Readable.toWeb(lines) as ReadableStream<Uint8Array>, { headers: csvHeaders(name) })
}
