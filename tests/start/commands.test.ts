// The operators' commands: beside a running desk, and on a database server of one's own.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { addDays, dayOf } from '@/lib/calendar/dates'
import { clusterPlace } from '@/lib/ops/postgres/place'
import { startCluster } from '@/lib/ops/postgres/cluster'
import { provision, runningDatabase } from '@/lib/ops/start/database'
import { withClient } from '@/lib/ops/database/roles'
import { startScratchDesk } from '../browser/scratch-desk'

const command = (name: string, args: string[], variables: Record<string, string>, input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lib/ops/launch.mjs', `lib/ops/${name}`, ...args], { encoding: 'utf8', input, env: { ...process.env, BASE_URL: '', ...variables } })
  return { status, said: stdout + stderr }
}
/** The id of a request that is over, on a desk that runs. */
async function anEndedRequest(folder: string): Promise<string> {
  const running = runningDatabase(folder)
  return withClient(running?.urls.owner ?? '', async (client) => (await client.query('select id from request where ended_at is not null limit 1')).rows[0].id)
}

const newAccount = ['--email', 'first@example.test', '--name', 'First', '--role', 'admin']
const long = 'a password that is long\n'

it('the operators\' commands work beside a running desk and say what is wrong', async () => {
  const desk = await startScratchDesk({ DEMO_PASSWORD: 'commands-tests-password' })
  const here = { DATA_DIR: desk.folder, DATABASE_URL: '' }
  try {
    expect(command('account-create', newAccount, here, 'short\n')).toMatchObject({ status: 1, said: expect.stringContaining('15 characters') })
    expect(command('account-create', newAccount, here, long)).toMatchObject({ status: 0, said: expect.stringContaining('can sign in') })
    expect(command('account-create', newAccount, here, long)).toMatchObject({ status: 1, said: expect.stringContaining('already') })
    expect(command('account-create', ['--email', 'x@example.test', '--name', 'X', '--role', 'staff'], here, long)).toMatchObject({ status: 1, said: expect.stringContaining('--store') })
    expect(command('account-create', ['--nonsense'], here)).toMatchObject({ status: 2 })
    expect(command('account-create', ['--help'], here)).toMatchObject({ status: 0, said: expect.stringContaining('Exit codes') })
    for (const name of ['apikey-create', 'audit-verify', 'backup', 'restore', 'keys-rotate', 'keys-search', 'history-ranges']) {
      expect(command(name, ['--help'], here)).toMatchObject({ status: 0, said: expect.stringContaining('Exit codes') })
      expect(command(name, ['--nonsense'], here)).toMatchObject({ status: 2 })
    }
    expect(command('apikey-create', ['--role', 'staff'], here)).toMatchObject({ status: 1, said: expect.stringContaining('--store') })
    expect(command('apikey-create', ['--role', 'staff', '--store', 'demo', '--days', 'soon'], here)).toMatchObject({ status: 2 })
    expect(command('apikey-create', ['--role', 'staff', '--store', 'demo', '--days', '30'], here)).toMatchObject({ status: 0, said: expect.stringMatching(/^desk_[A-Za-z0-9_-]{43}\n$/) })
    expect(command('audit-verify', [], here)).toMatchObject({ status: 0, said: expect.stringMatching(/^✓ 24 histories/) })

    // From the desk's tomorrow on the history goes into a range of its own; what is said of it, and a backup, are the same.
    const tomorrow = addDays(dayOf(new Date()), 1)
    expect(command('history-ranges', [], here)).toMatchObject({ status: 0, said: expect.stringContaining('one table') })
    expect(command('history-ranges', ['--begin', dayOf(new Date())], here)).toMatchObject({ status: 1, said: expect.stringContaining(tomorrow) })
    expect(command('history-ranges', ['--archive-before', tomorrow], here)).toMatchObject({ status: 1, said: expect.stringContaining('still to come') })
    expect(command('history-ranges', ['--begin', 'soon'], here)).toMatchObject({ status: 2 })
    expect(command('history-ranges', ['--begin', tomorrow], here)).toMatchObject({ status: 0, said: expect.stringMatching(/events_from_the_first\n.*events_from_\d/) })
    expect(command('history-ranges', ['--archive-before', dayOf(new Date())], here)).toMatchObject({ status: 0, said: expect.stringContaining('nothing to archive') })
    expect(command('audit-verify', [], here)).toMatchObject({ status: 0, said: expect.stringMatching(/^✓ 24 histories/) })

    // The master key is replaced beside the running desk, which goes on reading and writing.
    const keys = () => readFileSync(join(desk.folder, 'keys', 'master'), 'utf8').trim().split('\n')
    const [first] = keys()
    expect(command('keys-rotate', [], here)).toMatchObject({ status: 0, said: expect.stringMatching(/request_key: 72/) })
    expect(keys()).toHaveLength(2)
    expect(keys()[1]).toBe(first)
    expect(command('keys-rotate', ['--forget'], here)).toMatchObject({ status: 0 })
    expect(keys()).toHaveLength(1)
    expect(keys()).not.toContain(first)
    expect(command('keys-search', [], here)).toMatchObject({ status: 1, said: expect.stringContaining('stop it first') })
    const reading = await fetch(`${desk.address}/api/receipts/keys`)
    expect(reading.status).toBe(200)
    // Killed midway: a mark, and both keys; the next run goes on with them.
    writeFileSync(join(desk.folder, 'keys', 'master.rotating'), '')
    writeFileSync(join(desk.folder, 'keys', 'master'), `${randomBytes(32).toString('base64url')}\n${keys().join('\n')}\n`)
    expect(command('keys-rotate', ['--forget'], here)).toMatchObject({ status: 0, said: expect.stringContaining('Going on') })
    expect(keys()).toHaveLength(1)
    expect(command('audit-verify', [], here)).toMatchObject({ status: 0 })
  } finally {
    await desk.stop()
  }
})

it('a server of one\'s own: no demo account, three roles, and an app role that owns tables is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-own-server-'))
  chmodSync(folder, 0o755)
  const cluster = await startCluster(folder, 'own', { settings: ['-c', 'fsync=off'] })
  try {
    const urls = await provision(cluster, 'own', 'own_desk', (role) => role)
    const own = { DATABASE_URL: urls.app, DIRECT_DATABASE_URL: urls.jobs, MIGRATION_DATABASE_URL: urls.owner, AUTH_SECRET: 'x'.repeat(32), MASTER_KEY: 'A'.repeat(43) }
    const desk = await startScratchDesk(own)
    try {
      expect(desk.output()).toContain('npm run account:create')
      await withClient(urls.owner, async (owner) => {
        expect((await owner.query('select count(*)::int as n from account')).rows[0].n).toBe(0)
        expect((await owner.query('select count(*)::int as n from request')).rows[0].n).toBe(0)
        expect((await owner.query("select tableowner, count(*) from pg_tables where schemaname = 'graphile_worker' or tablename = 'request' group by 1 order by 1")).rows.map(({ tableowner }) => tableowner)).toEqual(['desk_jobs', 'desk_owner'])
      })
      const store = ['--code', 's1', '--name-zh', '一店', '--name-en', 'One', '--address-zh', '路', '--address-en', 'Road', '--phone', '1', '--region', 'CN-BJ']
      expect(command('store-create', store, { ...own, DATA_DIR: desk.folder })).toMatchObject({ status: 0 })
      expect(command('store-create', store, { ...own, DATA_DIR: desk.folder })).toMatchObject({ status: 1, said: expect.stringContaining('already') })
      expect(command('account-create', ['--email', 's@example.test', '--name', 'S', '--role', 'staff', '--store', 's1'], { ...own, DATA_DIR: desk.folder }, long)).toMatchObject({ status: 0 })
    } finally {
      await desk.stop()
    }
    await expect(startScratchDesk({ ...own, DATABASE_URL: urls.owner })).rejects.toThrow(/owns tables or is a superuser/)
  } finally {
    await cluster.stop()
    rmSync(clusterPlace(folder).dataDir, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
})

it('a backup of a running desk is restored into an empty one, whole, or not at all', async () => {
  const fresh = () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-restored-'))
    chmodSync(folder, 0o755)
    return folder
  }
  const [kept, second, third] = [fresh(), fresh(), fresh()]
  const backup = join(kept, 'backup')
  let ended = ''
  const desk = await startScratchDesk({ DEMO_PASSWORD: 'commands-tests-password' })
  try {
    expect(command('backup', [], { DATA_DIR: desk.folder, DATABASE_URL: '' })).toMatchObject({ status: 2 })
    expect(command('backup', ['--to', backup], { DATA_DIR: desk.folder, DATABASE_URL: '' })).toMatchObject({ status: 0, said: expect.stringContaining('24 requests') })
    expect(command('backup', ['--to', backup], { DATA_DIR: desk.folder, DATABASE_URL: '' })).toMatchObject({ status: 1, said: expect.stringContaining('cannot be made') })
    cpSync(join(desk.folder, 'keys'), join(second, 'keys'), { recursive: true })
    ended = await anEndedRequest(desk.folder)
  } finally {
    await desk.stop()
  }
  const restore = (folder: string) => command('restore', ['--from', backup], { DATA_DIR: folder, DATABASE_URL: '' })
  expect(restore(third)).toMatchObject({ status: 1, said: expect.stringContaining('other keys') })
  expect(restore(second)).toMatchObject({ status: 0, said: expect.stringContaining('24 requests') })
  expect(restore(second)).toMatchObject({ status: 1, said: expect.stringContaining('something in this database') })
  expect(command('audit-verify', [], { DATA_DIR: second, DATABASE_URL: '' })).toMatchObject({ status: 0, said: expect.stringContaining('✓ 24 histories') })
  for (const name of ['master', 'auth']) cpSync(join(second, 'keys', name), join(third, 'keys', name))
  // What was erased after the backup is erased again, by the list that was kept apart from it; so is a head that no longer fits told.
  writeFileSync(join(third, 'erasures'), `${new Date().toISOString()} ${ended}\n2026-11-24T00:00:00Z 01900000-00`)
  writeFileSync(join(third, 'heads'), `${JSON.stringify({ upTo: new Date().toISOString(), requests: 25, events: 1, hash: 'x' })}\n`)
  expect(restore(third)).toMatchObject({ status: 0, said: expect.stringMatching(/24 requests[\s\S]*erased again: 1/) })
  expect(command('audit-verify', [], { DATA_DIR: third, DATABASE_URL: '' })).toMatchObject({ status: 1, said: expect.stringContaining('is another one now: 25 requests') })
  expect(command('keys-search', [], { DATA_DIR: third, DATABASE_URL: '' })).toMatchObject({ status: 0, said: expect.stringContaining('24 requests') })
  const again = await startScratchDesk({ DATA_DIR: second, DEMO_PASSWORD: '' })
  try {
    const waiting = command('backup', ['--to', join(kept, 'second')], { DATA_DIR: second, DATABASE_URL: '' })
    expect(waiting).toMatchObject({ status: 0, said: expect.stringContaining('24 requests') })
  } finally {
    await again.stop()
  }
  const counts = (folder: string) => Object.entries((JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { tables: Record<string, { rows: number }> }).tables).map(([table, { rows }]) => [table, rows])
  expect(counts(join(kept, 'second'))).toEqual(counts(backup))
  // Nothing in it can be read, and nothing that was changed, were it one bit, is taken in.
  const stores = join(backup, 'store.copy.gz.sealed')
  expect(() => gunzipSync(readFileSync(stores))).toThrow()
  const whole = readFileSync(stores)
  const changed = Buffer.from(whole)
  changed.writeUInt8((changed.at(-1) ?? 0) ^ 1, changed.length - 1)
  writeFileSync(stores, changed)
  const fourth = fresh()
  cpSync(join(third, 'keys'), join(fourth, 'keys'), { recursive: true })
  expect(restore(fourth)).toMatchObject({ status: 1, said: expect.stringContaining('not as it was written') })
  writeFileSync(stores, whole)
  expect(restore(fourth)).toMatchObject({ status: 0 })
  const events = join(backup, 'request_event.copy.gz.sealed')
  writeFileSync(events, Buffer.concat([readFileSync(events), Buffer.from('x')]))
  expect(restore(third)).toMatchObject({ status: 1, said: expect.stringContaining('not as it was written') })
  for (const folder of [second, third, fourth]) {
    rmSync(clusterPlace(folder).dataDir, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
  rmSync(kept, { recursive: true, force: true })
})
