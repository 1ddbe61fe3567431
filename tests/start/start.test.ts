// npm start as an operator meets it: what it says, how it stops, and what it does when something is in the way.
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { requireNode } from '@/lib/ops/launch/require-node.mjs'
import { clusterUrl } from '@/lib/ops/postgres/cluster'
import { withClient } from '@/lib/ops/database/roles'
import { runningCluster } from '@/lib/ops/postgres/postmaster'
import { isAlive } from '@/lib/ops/stop-process'
import { until } from '@/lib/ops/until'
import { startScratchDesk } from '../browser/scratch-desk'
import { removeScratch, scratchFolder } from '../factories/scratch-folder'

const run = promisify(execFile)

let folder: string
beforeEach(() => {
  folder = scratchFolder('start')
})
afterEach(() => removeScratch(folder))

// Vitest puts a BASE_URL of its own into the environment; an empty one counts as unset.
const plainEnv = { ...process.env, BASE_URL: '', DATABASE_URL: '' }

/** Runs a start that is to fail; gives its exit code and what it said. */
const failing = (variables: Record<string, string>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lib/ops/launch.mjs', 'lib/ops/start'], { encoding: 'utf8', env: { ...plainEnv, DATA_DIR: folder, PORT: '39871', ...variables }, timeout: 60_000 })
  return { status, said: stdout + stderr }
}

describe('what is in the way is said in one sentence with its cure', () => {
  it('a port in use', async () => {
    const holder = createServer().listen(39_872)
    const { status, said } = await new Promise<{ status: number | null; said: string }>((resolve) => {
      const child = spawn(process.execPath, ['lib/ops/launch.mjs', 'lib/ops/start'], { env: { ...plainEnv, DATA_DIR: folder, PORT: '39872' } })
      let said = ''
      child.stderr.on('data', (chunk) => {
        said += chunk
      })
      child.once('exit', (status) => resolve({ status, said }))
    })
    holder.close()
    expect(said).toBe('✗ Port 39872 is in use: stop what listens there, or choose another, for example PORT=39873 npm start.\n')
    expect(status).toBe(1)
  })

  it('a data folder that cannot be made', () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const { status, said } = failing({ DATA_DIR: join(file, 'below') })
    expect(said).toMatch(/^✗ The data folder .* cannot be written .*set DATA_DIR to another folder\.\n$/)
    expect(status).toBe(1)
  })

  it('a database that cannot be reached', () => {
    const url = 'postgresql://nobody:secret@127.0.0.1:1/desk'
    const { status, said } = failing({ DATABASE_URL: url, DIRECT_DATABASE_URL: url, MIGRATION_DATABASE_URL: url, AUTH_SECRET: 'x'.repeat(32), MASTER_KEY: 'x'.repeat(43) })
    expect(said).toContain('✗ The database in MIGRATION_DATABASE_URL cannot be reached')
    expect(said).not.toContain('secret')
    expect(status).toBe(1)
  })

  it('an environment that is not right, each variable by name', () => {
    const { status, said } = failing({ DATABASE_URL: 'mysql://x', PORT: 'many' })
    expect(said).toMatch(/PORT .*\n.*DATABASE_URL must begin with postgresql:\/\//s)
    expect(status).toBe(1)
  })

  it('a Node that is too old', () => {
    expect(() => requireNode('20.18.3')).toThrow('Node 20.18.3 is too old: install Node 20.19 or newer')
    expect(() => requireNode('18.20.0')).toThrow()
    for (const fine of ['20.19.0', '22.1.0', '24.0.0']) expect(() => requireNode(fine)).not.toThrow()
  })
})

describe('a desk', () => {
  it('stops cleanly, goes on where it was, and comes back after kill -9 of everything', async () => {
    const first = await startScratchDesk({ DEMO_PASSWORD: 'start-tests-password' }, { fresh: true })
    const { folder: data, address } = first
    const port = new URL(address).port
    try {
      expect((await fetch(`${address}/api/health`)).status).toBe(200)
      expect(await (await fetch(`${address}/api/health`)).json()).toEqual({ status: 'ok' })
      expect(statSync(join(data, 'keys/demo-password')).mode & 0o077).toBe(0)
      expect(readFileSync(join(data, 'keys/demo-password'), 'utf8').trim()).toBe('start-tests-password')

      // A second desk on the same folder is refused.
      expect(failing({ DATA_DIR: data }).said).toContain('A desk already runs on')

      // A guide is to be published at a moment that comes while nothing runs; planning it and looking at the guide take seconds
      // on a slow machine, and have to be over before it.
      const moment = new Date(Date.now() + 20_000)
      // Not waited for with everything else standing still: the desk closes our idle connections meanwhile, and we have to see it.
      const planned = await run(process.execPath, ['lib/ops/launch.mjs', 'tests/start/plan-guide', moment.toISOString()], { env: { ...plainEnv, DATA_DIR: data } })
      expect(planned.stderr).not.toContain('Error')
      // As somebody who is signed in sees it: what others see may be two seconds old (ADR 15).
      const guideIsNew = async () => (await (await fetch(`${address}/guide/sim/in-store`, { headers: { cookie: 'next-auth.session-token=-' } })).text()).includes('第 2 版')
      expect(await guideIsNew()).toBe(false)

      // Everything killed at once, PostgreSQL too: the next start goes on.
      const supervisor = Number(readFileSync(join(data, 'desk.pid'), 'utf8'))
      const postmaster = runningCluster(place(data))?.pid ?? 0
      process.kill(supervisor, 'SIGKILL')
      process.kill(postmaster, 'SIGKILL')
      await until(async () => !isAlive(postmaster) && !(await fetch(address).catch(() => null)), 15_000)

      await until(async () => Date.now() > moment.getTime(), 21_000)
      const second = await restart(data, port)
      expect(second.said()).toContain('✓ Cancellation Desk')
      expect(second.said()).not.toContain('Making demo accounts')
      expect((await fetch(`${address}/guide`)).status).toBe(200)
      await until(guideIsNew, 10_000)

      // Only the supervisor killed: web and jobs end by themselves, PostgreSQL is taken over by the next start.
      process.kill(second.pid, 'SIGKILL')
      await until(async () => !(await fetch(address).catch(() => null)), 15_000)
      const left = runningCluster(place(data))
      expect(left).not.toBeNull()
      const third = await restart(data, port)
      expect(isAlive(left?.pid ?? 0)).toBe(false)

      // The database killed: the health check says so, in bounded time; it is started again, and so are the jobs, which
      // trust nothing that they held.
      const killed = runningCluster(place(data))?.pid ?? 0
      process.kill(killed, 'SIGKILL')
      const gone = await fetch(`${address}/api/health`)
      expect([gone.status, await gone.json()]).toEqual([503, { status: 'unavailable' }])
      await until(async () => (await fetch(`${address}/api/health`)).ok, 20_000)
      expect(runningCluster(place(data))?.pid).not.toBe(killed)
      await until(async () => third.said().includes('The jobs process ended by itself (exit code 1): starting it again.'), 10_000)
      const jobs = () => withClient(clusterUrl(runningCluster(place(data))?.port ?? 0, 'postgres', readFileSync(join(data, 'keys/postgres'), 'utf8').trim(), 'desk'), async (client) => (await client.query("select from pg_locks where locktype = 'advisory' and mode = 'ShareLock'")).rowCount ?? 0)
      await until(async () => (await jobs().catch(() => 0)) > 0, 20_000)

      // SIGTERM to npm, as a service manager sends it: web, jobs and database end, in order, before npm does.
      const ended = new Promise((resolve) => third.child.once('close', resolve))
      third.child.kill('SIGTERM')
      await ended
      expect(third.said()).toContain('✓ Stopped.')
      expect(runningCluster(place(data))).toBeNull()
      expect(existsSync(join(data, 'desk.pid'))).toBe(false)
    } finally {
      await first.stop()
    }
  })
})

describe('a worker that is killed while it sends', () => {
  it('loses nothing, and sends nothing twice that is not marked so', async () => {
    const taken: string[] = []
    let holding = true
    const gateway = createServer((request, response) => {
      taken.push(String(request.headers['idempotency-key']))
      if (!holding) response.writeHead(202).end()
    })
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', () => resolve()))
    const variables = { SMS_GATEWAY_URL: `http://127.0.0.1:${(gateway.address() as { port: number }).port}/send` }
    const first = await startScratchDesk(variables)
    const { folder: data, address } = first
    const sql = async <T extends object>(text: string) => withClient(clusterUrl(runningCluster(place(data))?.port ?? 0, 'desk_owner', readFileSync(join(data, 'keys/desk_owner'), 'utf8').trim(), 'desk'), async (client) => (await client.query<T>(text)).rows)
    try {
      // Demo contacts get nothing; these do.
      const opened = spawnSync(process.execPath, ['lib/ops/launch.mjs', 'tests/start/open-requests', '6'], { encoding: 'utf8', env: { ...plainEnv, DATA_DIR: data } })
      expect(opened.status, opened.stderr).toBe(0)
      await until(async () => taken.length > 0, 15_000)
      const [held = ''] = taken
      process.kill(Number(readFileSync(join(data, 'desk.pid'), 'utf8')), 'SIGKILL')
      await until(async () => !(await fetch(address).catch(() => null)), 15_000)
      holding = false
      Object.assign(process.env, variables)
      const second = await restart(data, new URL(address).port)
      await until(async () => (await sql<{ left: number }>("select count(*)::int as left from notice where state in ('queued', 'sending', 'waiting')"))[0]?.left === 0, 30_000)
      const notices = await sql<{ id: string; state: string; uncertain: boolean }>('select id, state, uncertain from notice')
      const times = (id: string) => taken.filter((one) => one === id).length
      expect(notices.find(({ id }) => id === held)).toMatchObject({ state: 'sent', uncertain: true })
      for (const { id, state, uncertain } of notices.filter((notice) => notice.state === 'sent')) expect([state, times(id)], id).toEqual(['sent', uncertain ? 2 : 1])
      expect(new Set(taken).size).toBe(6)
      expect(new Set(taken).size).toBe(notices.filter(({ state }) => state === 'sent').length)
      process.kill(second.pid, 'SIGKILL')
      await until(async () => !(await fetch(address).catch(() => null)), 15_000)
    } finally {
      delete process.env.SMS_GATEWAY_URL
      gateway.closeAllConnections()
      gateway.close()
      const left = runningCluster(place(data))
      if (left) process.kill(left.pid, 'SIGTERM')
      await first.stop()
    }
  })
})

const place = (data: string) => readFileSync(join(data, 'postgres-place'), 'utf8').trim()

async function restart(data: string, port: string): Promise<{ child: ChildProcess; pid: number; said(): string }> {
  const child = spawn('npm', ['start'], { env: { ...process.env, NODE_ENV: 'production', DATA_DIR: data, PORT: port, BASE_URL: `http://localhost:${port}` }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  await until(async () => {
    if (child.exitCode !== null) throw new Error(said)
    return said.includes('✓ Cancellation Desk')
  }, 60_000)
  return { child, pid: Number(readFileSync(join(data, 'desk.pid'), 'utf8')), said: () => said }
}
