import { may, reviews, visibleStores } from '@/lib/domain/permissions'
import { atWork } from '@/lib/auth/at-work'
import { currentViewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/domain/days'
import {
  type BulkAct,
  type BulkLine,
  bulkSchema,
  largestChoice,
  mostChosenValues,
  storeChosen,
} from '@/lib/cancellation/rules/bulk'
import { chosenVersions } from '@/lib/cancellation/queries/chosen'
import { type Actor, makeMove, noteDuty } from '@/lib/writer'
import { smallJson } from '@/lib/forms/small-json'

const encoder = new TextEncoder()

/**
 * One thing done to many requests, each through the same writer as on its own page. Answers a line
 * of JSON for each as it is done; whoever closes the page stops what is left, and nothing more is
 * done once the sign-in is over or the right is gone.
 */
export async function POST(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'request.bulk'))
    return Response.json({ error: 'not yours' }, { status: 403 })
  const parsed = bulkSchema.safeParse(await smallJson(request, largestChoice, mostChosenValues))
  if (!parsed.success) return Response.json({ error: 'not understood' }, { status: 400 })
  const { act, assignee, chosen } = parsed.data
  // Not yours among those chosen one by one is refused by the writer.
  const rows = await chosenVersions(
    {
      account: viewer.id,
      reviews: reviews(viewer.memberships),
      stores: visibleStores(viewer.memberships, storeChosen(chosen)),
      today: dayOf(new Date()),
    },
    chosen,
  )

  const worker = atWork(viewer, 'request.bulk')
  let next = 0
  const lines = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const row = rows[next]
      if (!row || request.signal.aborted) return controller.close()
      next += 1
      const done = await doOne(await worker(), act, row, assignee)
      const line: BulkLine = { reference: row.reference, left: rows.length - next, ...done }
      controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
    },
  })
  return new Response(lines, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-total': String(rows.length),
    },
  })
}

type Row = { reference: string; version: number }
type Worker = Extract<Actor, { kind: 'account' }>

async function doOne(by: Worker | null, act: BulkAct, row: Row, assignee: string | undefined) {
  if (!by) return { done: false, code: 'right_ended' }
  const now = new Date()
  const hand = { claim: by.id, assign: assignee ?? by.id, release: null }
  const written =
    act === 'approve'
      ? await makeMove({ actor: by, seen: row, move: 'approve', input: {}, now })
      : await noteDuty({
          actor: by,
          reference: row.reference,
          duty: 'assign',
          input: { assignee: hand[act] },
          now,
        })
  if (written.ok) return { done: true }
  const { code, unmet } = written.refusal as { code: string; unmet?: readonly string[] }
  return { done: false, code, ...(unmet && { unmet }) }
}
