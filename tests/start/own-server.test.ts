// A desk on a database server of the operator's own.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { freePort } from '@/lib/ops/start/free-port'
import { until } from '@/lib/ops/start/until'
import { startCluster } from '@/lib/ops/postgres/cluster'
import { provision } from '@/lib/ops/start/database'
import { withClient } from '@/lib/ops/database/roles'
import { startScratchDesk } from '../browser/scratch-desk'
import { removeScratch, scratchFolder } from '../factories/scratch-folder'
import { command, long } from './operator'

const partOf = (part: string, variables: Record<string, string>) =>
  spawn(process.execPath, ['lib/ops/launch.mjs', 'lib/ops/commands/run-part', part], {
    env: { ...process.env, BASE_URL: '', ...variables },
    stdio: 'ignore',
  })
const endOf = (child: ChildProcess) => once(child, 'exit')
const isAlive = (port: string) =>
  fetch(`http://127.0.0.1:${port}/api/health/live`).then(
    ({ ok }) => ok,
    () => false,
  )

it("one's own server has no demo account and refuses an app role that owns tables", async () => {
  const folder = scratchFolder('own-server')
  const cluster = await startCluster(folder, 'own', { settings: ['-c', 'fsync=off'] })
  try {
    const urls = await provision(cluster, 'own', 'own_desk', (role) => role)
    const own = {
      DATABASE_URL: urls.app,
      DIRECT_DATABASE_URL: urls.jobs,
      MIGRATION_DATABASE_URL: urls.owner,
      AUTH_SECRET: 'x'.repeat(32),
      MASTER_KEY: 'A'.repeat(43),
    }
    const desk = await startScratchDesk(own)
    try {
      expect(desk.output()).toContain('npm run account:create')
      await withClient(urls.owner, async (owner) => {
        expect((await owner.query('select count(*)::int as n from account')).rows[0].n).toBe(0)
        expect((await owner.query('select count(*)::int as n from request')).rows[0].n).toBe(0)
        expect(
          (
            await owner.query(
              `select tableowner, count(*) from pg_tables where schemaname = 'graphile_worker'
                or tablename = 'request' group by 1 order by 1`,
            )
          ).rows.map(({ tableowner }) => tableowner),
        ).toEqual(['desk_jobs', 'desk_owner'])
      })
      const store = [
        '--code',
        's1',
        '--name-zh',
        '一店',
        '--name-en',
        'One',
        '--address-zh',
        '路',
        '--address-en',
        'Road',
        '--phone',
        '1',
        '--region',
        'CN-BJ',
      ]
      expect(await command('store-create', store, { ...own, DATA_DIR: desk.folder })).toMatchObject(
        { status: 0 },
      )
      expect(await command('store-create', store, { ...own, DATA_DIR: desk.folder })).toMatchObject(
        { status: 1, said: expect.stringContaining('already') },
      )
      expect(
        await command(
          'account-create',
          ['--email', 's@example.test', '--name', 'S', '--role', 'staff', '--store', 's1'],
          { ...own, DATA_DIR: desk.folder },
          long,
        ),
      ).toMatchObject({ status: 0 })
    } finally {
      await desk.stop()
    }
    // Its parts on hosts of their own: each is started, serves, and ends in order by itself.
    const apart = { ...own, DATA_DIR: desk.folder, PORT: String(await freePort()) }
    expect(await command('migrate', [], apart)).toMatchObject({
      status: 0,
      said: '✓ Up to date.\n',
    })
    const web = partOf('web', apart)
    await until(() => isAlive(apart.PORT), 60_000)
    web.kill('SIGTERM')
    expect(await endOf(web)).toEqual([0, null])
    const none = { ...apart, DATABASE_URL: '' }
    const told = expect.stringContaining('DATABASE_URL is not set')
    expect(await command('run-part', ['jobs'], none)).toMatchObject({ status: 1, said: told })
    await expect(startScratchDesk({ ...own, DATABASE_URL: urls.owner })).rejects.toThrow(
      /owns tables or is a superuser/,
    )
  } finally {
    await cluster.stop()
    removeScratch(folder)
  }
})
