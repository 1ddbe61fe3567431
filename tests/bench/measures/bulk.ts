import { withClient } from '@/lib/ops/database/roles'
import { signInAt } from '../../browser/access-table/sign-in'
import { benchPassword } from '../database'
import { load } from '../load'
import type { Served } from '../serve'
import type { Subjects } from '../subjects'

export type Bulk = {
  lines: number
  seconds: number
  longestSilence: number
  idle: number
  meanwhile: number
}

/**
 * As many as `most` requests claimed at once (approving asks for another pair of hands; it is the
 * same writer), or put down again where a run before has claimed them: progress, and what others
 * feel.
 */
export async function measureBulk(
  served: Served,
  subjects: Subjects,
  owner: string,
  most: number,
): Promise<Bulk> {
  const { address } = served
  const [cookie, clerk] = [
    await signInAt(address, subjects.people.all, benchPassword),
    await signInAt(address, subjects.people.clerk, benchPassword),
  ]
  const others = (seconds: number) =>
    load(address, () => ({ path: '/requests', headers: { cookie: clerk } }), {
      seconds,
      connections: 2,
    })
  const idle = (await others(4)).p95
  const inHand = await withClient(owner, async (client) =>
    Number(
      (
        await client.query(
          `select count(*) as n from request r join account a on a.id = r.assigned_to
            where a.email = $1 and r.ended_at is null`,
          [subjects.people.all],
        )
      ).rows[0].n,
    ),
  )
  const asked =
    inHand > 1000
      ? { act: 'release', chosen: { all: { view: 'mine' } } }
      : { act: 'claim', chosen: { all: { view: 'unassigned' } } }
  const began = performance.now()
  let [lines, last, longestSilence] = [0, began, 0]
  const working = fetch(`${address}/api/requests/bulk`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', origin: address },
    body: JSON.stringify(asked),
  }).then(async (answer) => {
    if (!answer.ok || !answer.body) throw new Error(`bulk was answered ${answer.status}`)
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
      const now = performance.now()
      longestSilence = Math.max(longestSilence, now - last)
      last = now
      lines += Buffer.from(part).toString().split('\n').length - 1
      // Whoever leaves the page stops what is left.
      if (lines >= most) break
    }
  })
  const meanwhile = (await others(6)).p95
  await working
  return { lines, seconds: (performance.now() - began) / 1000, longestSilence, idle, meanwhile }
}
