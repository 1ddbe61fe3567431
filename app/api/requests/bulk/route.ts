import { may, visibleStores } from '@/lib/auth/policy'
import { type Viewer, currentViewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/calendar/dates'
import { type BulkAct, type BulkLine, bulkSchema, largestChoice, mostChosenValues, storeChosen } from '@/lib/cancellation/bulk'
import { chosenVersions } from '@/lib/cancellation/queries/chosen'
import { makeMove, noteDuty } from '@/lib/cancellation/record'
import { smallJson } from '@/lib/forms/small-json'

const encoder = new TextEncoder()

/**
 * One thing done to many requests, each through the same writer as on its own page. Answers a line of JSON for each as
 * it is done; whoever closes the page stops what is left.
 */
export async function POST(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'request.bulk')) return Response.json({ error: 'not yours' }, { status: 403 })
  const parsed = bulkSchema.safeParse(await smallJson(request, largestChoice, mostChosenValues))
  if (!parsed.success) return Response.json({ error: 'not understood' }, { status: 400 })
  const { act, assignee, chosen } = parsed.data
  // Not yours among those chosen one by one is refused by the writer.
  const rows = await chosenVersions({ account: viewer.id, stores: visibleStores(viewer.memberships, storeChosen(chosen)), today: dayOf(new Date()) }, chosen)

  let next = 0
  const lines = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const row = rows[next]
      if (!row || request.signal.aborted) return controller.close()
      next += 1
      const line: BulkLine = { reference: row.reference, left: rows.length - next, ...(await doOne(viewer, act, row, assignee)) }
      controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
    },
  })
  return new Response(lines, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-total': String(rows.length) } })
}

async function doOne(viewer: Viewer, act: BulkAct, { reference, version }: { reference: string; version: number }, assignee: string | undefined) {
  const by = { kind: 'account', ...viewer } as const
  const now = new Date()
  const hand = { claim: viewer.id, assign: assignee ?? viewer.id, release: null }
  const written = act === 'approve' ? await makeMove(by, { reference, version }, 'approve', {}, now) : await noteDuty(by, reference, 'assign', { assignee: hand[act] }, now)
  if (written.ok) return { done: true }
  const { code, unmet } = written.refusal as { code: string; unmet?: readonly string[] }
  return { done: false, code, ...(unmet && { unmet }) }
}
