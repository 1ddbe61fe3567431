// The drill of an operator with Debian's PostgreSQL: a base backup, the log archived, work going
// on, the server lost, restored to a point in time.
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readOperatorEnv } from '@/lib/env'
import { withClient } from '@/lib/ops/database/roles'
import { prepareDatabase, provision } from '@/lib/ops/start/database'
import { seedWhenEmpty } from '@/lib/ops/start/seed'
import { servingVariables } from '@/lib/ops/start/serving-variables'
import { until } from '@/lib/ops/start/until'
import {
  debianPrograms,
  giveAway,
  makeCluster,
  runProgram,
  startServer,
} from '../pooler/debian-postgres'
import { demoPassword } from '../factories/prepared-desk'
import type { Trial } from './trial'

/** A digest of every row of every table, of the desk and of its queue. */
const allRows = (url: string) =>
  withClient(url, async (client) => {
    const { rows: tables } = await client.query(
      `select schemaname || '.' || quote_ident(tablename) as name from pg_tables
        where schemaname in ('public', 'graphile_worker') order by 1`,
    )
    const found = new Map<string, string>()
    for (const { name } of tables) {
      const {
        rows: [row],
      } = await client.query(
        `select count(*) || ' ' || coalesce(md5(
          string_agg(md5(t::text), '' order by t::text)), '') as digest from ${name} t`,
      )
      found.set(name, row.digest)
    }
    return found
  })

export const drill: Trial = {
  name: 'drill',
  what:
    'restored to a point in time from a base backup and the archived log, on Debian’s ' +
    'PostgreSQL: every row compared',
  small: 6,
  usual: 300,
  async run(size) {
    const bin = debianPrograms()
    if (!bin) return { tried: 'not tried: Debian’s PostgreSQL is not installed here', broken: [] }
    const folder = mkdtempSync(join(tmpdir(), 'desk-drill-'))
    chmodSync(folder, 0o755)
    const [data, archive, base] = ['data', 'archive', 'base'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    for (const made of [data, archive, base]) {
      mkdirSync(made, { mode: 0o700 })
      giveAway(made)
    }
    const broken: string[] = []
    makeCluster(bin, data)
    const server = await startServer(bin, data, [
      'wal_level = replica',
      'archive_mode = on',
      `archive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f'`,
      'max_wal_senders = 3',
    ])
    let restored: Awaited<ReturnType<typeof startServer>> | null = null
    try {
      const urls = await provision(server, '', 'desk', (role) => role)
      await prepareDatabase(urls)
      Object.assign(
        process.env,
        { NODE_ENV: 'production' },
        servingVariables(readOperatorEnv({ NODE_ENV: 'production', DATA_DIR: folder }), folder, {
          urls,
          embedded: true,
        }),
      )
      await seedWhenEmpty({ withDemo: true, deskData: folder, demoPassword, say: () => {} })
      const { completed, opened } = await import('../factories/requests')
      const { database } = await import('@/lib/db/client')
      const work = async () => {
        for (let turn = 0; turn < size; turn += 1) await (turn % 3 ? opened() : completed())
      }
      await work()
      runProgram(bin, 'pg_basebackup', [
        '-D',
        base,
        '-h',
        '127.0.0.1',
        '-p',
        String(server.port),
        '-U',
        'postgres',
        '-X',
        'none',
        '--checkpoint=fast',
      ])
      await work()
      const superuser = server.url('postgres', '', 'desk')
      const wanted = await allRows(superuser)
      await withClient(superuser, (client) =>
        client.query("select pg_create_restore_point('drill')"),
      )
      // What comes after the point must not be there.
      await work()
      const afterwards = await allRows(superuser)
      const {
        rows: [{ segment } = { segment: '' }],
      } = await withClient(superuser, (client) =>
        client.query('select pg_walfile_name(pg_switch_wal()) as segment'),
      )
      await until(async () => readdirSync(archive).includes(segment), 30_000)
      await database().$disconnect()
      await server.kill()
      rmSync(data, { recursive: true })

      writeFileSync(join(base, 'recovery.signal'), '')
      appendFileSync(join(base, 'postgresql.conf'), '\narchive_mode = off\n')
      restored = await startServer(bin, base, [
        `restore_command = 'cp ${archive}/%f %p'`,
        "recovery_target_name = 'drill'",
        "recovery_target_action = 'promote'",
      ])
      const found = await allRows(restored.url('postgres', '', 'desk'))
      for (const [table, digest] of wanted)
        if (found.get(table) !== digest)
          broken.push(
            `${table}: ${digest.split(' ')[0]} rows before, ` +
              `${found.get(table)?.split(' ')[0]} after`,
          )
      if (afterwards.get('public.request') === wanted.get('public.request'))
        broken.push('nothing was written after the point')
      const count = [...wanted.values()].reduce(
        (sum, digest) => sum + Number(digest.split(' ')[0]),
        0,
      )
      return {
        tried:
          `${count} rows of ${wanted.size} tables, ${readdirSync(archive).length} archived files,` +
          ` ${3 * size} requests written, a third after the point`,
        broken,
      }
    } finally {
      await server.kill().catch(() => {})
      await restored?.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
