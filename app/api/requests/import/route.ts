import { may } from '@/lib/domain/permissions'
import { atWork } from '@/lib/auth/at-work'
import { currentViewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/domain/days'
import { type PaperRow, readPaper } from '@/lib/cancellation/rules/paper'
import { type Actor, openRequest } from '@/lib/writer'
import { fileText } from '@/lib/forms/file-text'
import { limitedBody } from '@/lib/forms/limited-body'
import { memberStore } from '@/lib/stores/queries/stores'

const largest = 4 * 1024 * 1024
const encoder = new TextEncoder()

/**
 * Requests taken on paper, as CSV (`?store=…`, and `?look` to have them checked alone). All of it
 * is checked before anything is written: faults answer 422 with all of them. Then each goes through
 * the same writer as on the page, a line of JSON for each as it is done, for as long as the sign-in
 * and the right last.
 */
export async function POST(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'request.open'))
    return Response.json({ error: 'not yours' }, { status: 403 })
  const asked = new URL(request.url).searchParams
  const store = await memberStore(viewer.memberships, asked.get('store') ?? '')
  if (!store) return Response.json({ error: 'not yours' }, { status: 403 })
  const sent = await limitedBody(request, largest)
  if (!sent)
    return Response.json(
      { faults: [{ line: 1, column: 1, name: '', code: 'too_many_rows' }] },
      { status: 413 },
    )
  const file = fileText(sent)
  if ('fault' in file) {
    const { bytes: name, ...place } = file.fault
    return Response.json({ faults: [{ ...place, name, code: 'encoding' }] }, { status: 422 })
  }
  const { rows, faults } = readPaper(file.text, store.code, dayOf(new Date()))
  if (faults.length)
    return Response.json({ faults: faults.slice(0, 200), count: faults.length }, { status: 422 })
  if (asked.has('look')) return Response.json({ rows: rows.length })
  return new Response(linesOf(atWork(viewer, 'request.open'), rows, request.signal), {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-total': String(rows.length),
    },
  })
}

type Worker = () => Promise<Actor | null>

function linesOf(worker: Worker, rows: readonly PaperRow[], signal: AbortSignal) {
  let next = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const row = rows[next]
      if (!row || signal.aborted) return controller.close()
      next += 1
      const line = { line: row.line, ...(await openOne(await worker(), row)) }
      controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
    },
  })
}

async function openOne(by: Actor | null, { input }: PaperRow) {
  if (!by) return { done: false, code: 'right_ended' }
  const written = await openRequest({ actor: by, input, now: new Date() })
  if (!written.ok) return { done: false, ...written.refusal }
  return { done: true, reference: written.value.reference }
}
