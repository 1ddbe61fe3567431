// A jobs process that is killed while it sends.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withClient } from '@/lib/ops/database/roles'
import { notedPlace } from '@/lib/ops/postgres/place'
import { runningCluster } from '@/lib/ops/postgres/postmaster'
import { runningDatabase } from '@/lib/ops/start/database'
import { until } from '@/lib/ops/start/until'
import { startScratchDesk } from '../browser/scratch-desk'
import { plainEnv, restart } from './restart'

/** How long anything may take on a machine that does other work too, in milliseconds. */
const patience = 60_000

it('a worker killed while sending loses nothing and marks possible duplicates', async () => {
  const taken: string[] = []
  let holding = true
  const gateway = createServer((request, response) => {
    taken.push(String(request.headers['idempotency-key']))
    if (!holding) response.writeHead(202).end()
  })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', () => resolve()))
  const variables = {
    SMS_GATEWAY_URL: `http://127.0.0.1:${(gateway.address() as { port: number }).port}/send`,
  }
  const first = await startScratchDesk(variables)
  const { folder: data, address } = first
  const sql = async <T extends object>(text: string) =>
    withClient(
      runningDatabase(data)?.urls.owner ?? '',
      async (client) => (await client.query<T>(text)).rows,
    )
  try {
    // Demo contacts get nothing; these do.
    const opened = spawnSync(
      process.execPath,
      ['lib/ops/launch.mjs', 'tests/start/open-requests', '6'],
      { encoding: 'utf8', env: { ...plainEnv, DATA_DIR: data } },
    )
    expect(opened.status, opened.stderr).toBe(0)
    await until(async () => taken.length > 0, patience)
    const [held = ''] = taken
    process.kill(Number(readFileSync(join(data, 'desk.pid'), 'utf8')), 'SIGKILL')
    await until(async () => !(await fetch(address).catch(() => null)), patience)
    holding = false
    Object.assign(process.env, variables)
    const second = await restart(data, new URL(address).port)
    await until(
      async () =>
        (
          await sql<{ left: number }>(
            `select count(*)::int as left from notice
              where state in ('queued', 'sending', 'waiting')`,
          )
        )[0]?.left === 0,
      patience,
    )
    const notices = await sql<{ id: string; state: string; uncertain: boolean }>(
      'select id, state, uncertain from notice',
    )
    const times = (id: string) => taken.filter((one) => one === id).length
    expect(notices.find(({ id }) => id === held)).toMatchObject({ state: 'sent', uncertain: true })
    for (const { id, state, uncertain } of notices.filter((notice) => notice.state === 'sent'))
      expect([state, times(id)], id).toEqual(['sent', uncertain ? 2 : 1])
    expect(new Set(taken).size).toBe(6)
    expect(new Set(taken).size).toBe(notices.filter(({ state }) => state === 'sent').length)
    process.kill(second.pid, 'SIGKILL')
    await until(async () => !(await fetch(address).catch(() => null)), patience)
  } finally {
    delete process.env.SMS_GATEWAY_URL
    gateway.closeAllConnections()
    gateway.close()
    const left = runningCluster(notedPlace(data) ?? '')
    if (left) process.kill(left.pid, 'SIGTERM')
    await first.stop()
  }
})
