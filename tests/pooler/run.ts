// npm run test:pooler: a whole journey on Debian's PostgreSQL through pgbouncer in transaction
// mode, each request sent to the other of two processes.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureHashKeys } from '@/lib/db/keyed-hash'
import { withClient } from '@/lib/ops/database/roles'
import { seedDemoAccounts } from '@/lib/ops/seed/demo-accounts'
import { seedReference } from '@/lib/ops/seed/reference'
import { buildWhenStale } from '@/lib/ops/start/build'
import { prepareDatabase } from '@/lib/ops/start/database'
import { until } from '@/lib/ops/start/until'
import { alternating } from '../browser/alternating'
import { password } from '../browser/desk'
import { chromiumLaunchOptions } from '../browser/chromium'
import { freePort } from '@/lib/ops/start/free-port'
import { debianPrograms, giveAway, makeCluster, startServer } from './debian-postgres'
import { hasPgbouncer, startPgbouncer } from './pgbouncer'

const bin = debianPrograms()
if (!bin || !hasPgbouncer()) {
  console.error(
    '✗ This needs Debian’s PostgreSQL and pgbouncer: apt-get install postgresql pgbouncer, ' +
      'then again.',
  )
  process.exit(1)
}
await chromiumLaunchOptions()
await buildWhenStale((line) => console.log(`• ${line}`))

const folder = mkdtempSync(join(tmpdir(), 'desk-pooler-'))
chmodSync(folder, 0o755)
const data = join(folder, 'postgres')
mkdirSync(data, { mode: 0o700 })
giveAway(data)
const stops: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
let passed = false
try {
  makeCluster(bin, data)
  const server = await startServer(bin, data, [])
  stops.push(server.stop)
  await withClient(server.url('postgres', '', 'postgres'), async (client) => {
    for (const role of ['desk_owner', 'desk_app', 'desk_jobs'])
      await client.query(`create role ${role} login`)
    await client.query('create database desk owner desk_owner')
    await client.query('grant create on database desk to desk_jobs')
  })
  const pooler = await startPgbouncer(folder, server.port)
  stops.push(pooler.stop)
  const urls = {
    app: `postgresql://desk_app:none@127.0.0.1:${pooler.port}/desk`,
    jobs: server.url('desk_jobs', '', 'desk'),
    owner: server.url('desk_owner', '', 'desk'),
  }
  const [desk, other, way] = [await freePort(), await freePort(), await freePort()]
  const base = `http://localhost:${way}`
  const random = () => randomBytes(32).toString('base64url')
  const variables = {
    DATABASE_URL: urls.app,
    DIRECT_DATABASE_URL: urls.jobs,
    MIGRATION_DATABASE_URL: urls.owner,
    AUTH_SECRET: random(),
    MASTER_KEY: random(),
    DATA_DIR: join(folder, 'data'),
    BASE_URL: base,
    NEXTAUTH_URL: base,
    PORT: String(desk),
    TRUSTED_PROXIES: '0',
    NODE_ENV: 'production' as const,
  }
  Object.assign(process.env, variables)
  // What an operator does by hand: the tables, the first store, the first accounts; with the demo's
  // names, since the journey calls them so.
  await prepareDatabase(urls)
  await ensureHashKeys()
  await seedReference(new Date())
  await seedDemoAccounts(password)

  const start = (args: string[], more: object = {}): ChildProcess => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...variables, ...more },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    stops.push(
      () =>
        new Promise((resolve) => {
          child.once('exit', resolve)
          if (child.exitCode !== null || !child.kill('SIGTERM')) resolve(null)
        }),
    )
    return child
  }
  start(['lib/ops/launch.mjs', 'lib/ops/commands/start'])
  await until(
    async () => (await fetch(`http://localhost:${desk}/api/health`).catch(() => null))?.ok ?? false,
    90_000,
  )
  start(['lib/ops/web/server.mjs'], {
    PORT: String(other),
    ERASURES_FILE: join(folder, 'data/erasures'),
  })
  await until(
    async () =>
      (await fetch(`http://localhost:${other}/api/health`).catch(() => null))?.ok ?? false,
    60_000,
  )
  const both = await alternating(way, [desk, other])
  stops.push(both.stop)

  const tests = spawn(
    process.execPath,
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config',
      'tests/pooler/playwright.config.ts',
    ],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        ...variables,
        DESK_ADDRESS: base,
        DESK_FOLDER: variables.DATA_DIR,
        DESK_DATABASE: 'own',
      },
    },
  )
  passed = (await new Promise((resolve) => tests.once('exit', resolve))) === 0
  console.log(`• ${both.counts.join(' and ')} requests to the two processes`)
} finally {
  for (const stop of stops.reverse()) await stop()
}
console.log(
  passed
    ? '✓ The journey goes through a transaction pooler, over two processes.'
    : '✗ The journey failed.',
)
process.exit(passed ? 0 : 1)
