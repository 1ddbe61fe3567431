import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { mostPages } from '../limits'

export type PageBitmap = { bytes: Uint8Array; width: number; height: number }
type Refused = Refusal<'document_unreadable' | 'document_too_many_pages' | 'document_locked'>

const patience = 30_000
// One at a time, to bound the memory that malicious PDFs can consume.
let last: Promise<unknown> = Promise.resolve()

/**
 * Renders a PDF's pages, at most `longestSide` pixels, in a worker thread that is terminated on
 * timeout.
 */
export function pagesOfPdf(
  sent: Uint8Array,
  longestSide: number,
): Promise<Result<PageBitmap[], Refused>> {
  const drawn = last.then(() => draw(sent, longestSide))
  last = drawn
  return drawn
}

function draw(sent: Uint8Array, longestSide: number) {
  const worker = new Worker(join(process.cwd(), 'lib/documents/pdf/draw.mjs'), {
    workerData: { sent, longestSide, mostPages },
  })
  return new Promise<Result<PageBitmap[], Refused>>((resolve) => {
    const end = (result: Result<PageBitmap[], Refused>) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(result)
    }
    const timer = setTimeout(() => end(refused({ code: 'document_unreadable' })), patience)
    worker.once('message', (said: { pages: PageBitmap[] } | { fault: Refused['code'] }) =>
      end('pages' in said ? done(said.pages) : refused({ code: said.fault })),
    )
    worker.once('error', () => end(refused({ code: 'document_unreadable' })))
    worker.once('exit', () => end(refused({ code: 'document_unreadable' })))
  })
}
