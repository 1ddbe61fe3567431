import { Readable } from 'node:stream'
import { log } from '@/lib/log'

/** Objects as a JSON file to be kept, an array with a line each; a page of them at a time. */
export function jsonStream(name: string, pages: AsyncIterable<readonly object[]>): Response {
  const parts = Readable.from(partsOf(name, pages), { objectMode: true, highWaterMark: 1 })
  return new Response(Readable.toWeb(parts) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}

async function* partsOf(name: string, pages: AsyncIterable<readonly object[]>) {
  try {
    let between = '[\n'
    for await (const page of pages)
      for (const one of page) {
        yield Buffer.from(`${between}${JSON.stringify(one)}`)
        between = ',\n'
      }
    yield Buffer.from(between === '[\n' ? '[]\n' : '\n]\n')
  } catch (error) {
    log.error({ err: error, name }, 'an export broke off')
    throw error
  }
}
