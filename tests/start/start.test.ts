// A desk that stops, is killed in part or whole, and is started again.
import { execFile } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { clusterUrl } from '@/lib/ops/postgres/cluster'
import { withClient } from '@/lib/ops/database/roles'
import { notedPlace } from '@/lib/ops/postgres/place'
import { runningCluster } from '@/lib/ops/postgres/postmaster'
import { isAlive } from '@/lib/ops/start/stop-process'
import { until } from '@/lib/ops/start/until'
import { startScratchDesk } from '../browser/scratch-desk'
import { failing } from './operator'
import { plainEnv, restart } from './restart'

const run = promisify(execFile)
/** How long anything may take on a machine that does other work too, in milliseconds. */
const patience = 60_000

it('a desk stops cleanly, resumes, and recovers from kill -9 of all its processes', async () => {
  const first = await startScratchDesk({ DEMO_PASSWORD: 'start-tests-password' }, { fresh: true })
  const { folder: data, address } = first
  const port = new URL(address).port
  try {
    expect((await fetch(`${address}/api/health`)).status).toBe(200)
    expect(await (await fetch(`${address}/api/health`)).json()).toEqual({ status: 'ok' })
    expect(statSync(join(data, 'keys/demo-password')).mode & 0o077).toBe(0)
    expect(readFileSync(join(data, 'keys/demo-password'), 'utf8').trim()).toBe(
      'start-tests-password',
    )

    // A second desk on the same folder is refused.
    expect((await failing(data)).said).toContain('A desk already runs on')

    // A guide is to be published at a moment that comes while nothing runs; planning it and looking
    // at the guide take seconds on a slow machine, and have to be over before it.
    const moment = new Date(Date.now() + 30_000)
    // Not waited for with everything else standing still: the desk closes our idle connections
    // meanwhile, and we have to see it.
    const planned = await run(
      process.execPath,
      ['lib/ops/launch.mjs', 'tests/start/plan-guide', moment.toISOString()],
      { env: { ...plainEnv, DATA_DIR: data } },
    )
    expect(planned.stderr).not.toContain('Error')
    // As somebody who is signed in sees it: what others see may be two seconds old (ADR 15).
    const guideIsNew = async () =>
      (
        await (
          await fetch(`${address}/guide/sim/in-store`, {
            headers: { cookie: 'next-auth.session-token=-' },
          })
        ).text()
      ).includes('第 2 版')
    expect(await guideIsNew()).toBe(false)

    // Everything killed at once, PostgreSQL too: the next start goes on.
    const supervisor = Number(readFileSync(join(data, 'desk.pid'), 'utf8'))
    const postmaster = runningCluster(notedPlace(data) ?? '')?.pid ?? 0
    process.kill(supervisor, 'SIGKILL')
    process.kill(postmaster, 'SIGKILL')
    await until(
      async () => !isAlive(postmaster) && !(await fetch(address).catch(() => null)),
      patience,
    )

    await until(async () => Date.now() > moment.getTime(), patience)
    const second = await restart(data, port)
    expect(second.said()).toContain('✓ Cancellation Desk')
    expect(second.said()).not.toContain('Making demo accounts')
    expect((await fetch(`${address}/guide`)).status).toBe(200)
    await until(guideIsNew, patience)

    // Only the supervisor killed: web and jobs end by themselves, PostgreSQL is taken over by the
    // next start.
    process.kill(second.pid, 'SIGKILL')
    await until(async () => !(await fetch(address).catch(() => null)), patience)
    const left = runningCluster(notedPlace(data) ?? '')
    expect(left).not.toBeNull()
    const third = await restart(data, port)
    expect(isAlive(left?.pid ?? 0)).toBe(false)

    // The database killed: the health check says so, in bounded time; it is started again, and so
    // are the jobs, which trust nothing that they held.
    const killed = runningCluster(notedPlace(data) ?? '')?.pid ?? 0
    process.kill(killed, 'SIGKILL')
    // The backends that it leaves may answer for some milliseconds more.
    let gone = await fetch(`${address}/api/health`)
    await until(async () => {
      if (gone.ok) gone = await fetch(`${address}/api/health`)
      return !gone.ok
    }, patience)
    expect([gone.status, await gone.json()]).toEqual([503, { status: 'unavailable' }])
    await until(async () => (await fetch(`${address}/api/health`)).ok, patience)
    expect(runningCluster(notedPlace(data) ?? '')?.pid).not.toBe(killed)
    await until(
      async () =>
        third.said().includes('The jobs process ended by itself (exit code 1): starting it again.'),
      patience,
    )
    const jobs = () =>
      withClient(
        clusterUrl(
          runningCluster(notedPlace(data) ?? '')?.port ?? 0,
          'postgres',
          readFileSync(join(data, 'keys/postgres'), 'utf8').trim(),
          'desk',
        ),
        async (client) =>
          (
            await client.query(
              "select from pg_locks where locktype = 'advisory' and mode = 'ShareLock'",
            )
          ).rowCount ?? 0,
      )
    await until(async () => (await jobs().catch(() => 0)) > 0, patience)

    // SIGTERM to npm, as a service manager sends it: web, jobs and database end, in order, before
    // npm does.
    const ended = new Promise((resolve) => third.child.once('close', resolve))
    third.child.kill('SIGTERM')
    await ended
    expect(third.said()).toContain('✓ Stopped.')
    expect(runningCluster(notedPlace(data) ?? '')).toBeNull()
    expect(existsSync(join(data, 'desk.pid'))).toBe(false)
  } finally {
    await first.stop()
  }
})
