import { expect, it } from 'vitest'
import { ensureHashKeys } from '@/lib/db/keyed-hash'
import { newKey } from '@/lib/db/sealing'
import { servingEnv } from '@/lib/env'
import { migrate } from '@/lib/ops/database/migrate'
import { runPatiently } from '@/lib/ops/database/patient-script'
import { withClient } from '@/lib/ops/database/roles'
import { requireFittingMasterKey } from '@/lib/ops/keys/require-fitting'

const owner = () => process.env.MIGRATION_DATABASE_URL ?? ''

it('a migration lets readers pass while its table is locked, then takes effect as a whole', () =>
  withClient(owner(), (holding) =>
    withClient(owner(), (migrating) =>
      withClient(owner(), async (reading) => {
        await holding.query('begin')
        await holding.query('select count(*) from region')
        let done = false
        const migrated = runPatiently(
          (sql) => migrating.query(sql),
          'alter table region add column tried int; create table tried_beside (id int)',
        ).then(() => {
          done = true
        })
        // The reader comes to its answer although the holder goes on holding: were the migration
        // waiting for ever, both would.
        for (let looks = 0; looks < 3; looks += 1)
          expect(
            (await reading.query('select count(*)::int as n from region')).rows[0].n,
          ).toBeGreaterThan(0)
        expect(done).toBe(false)
        await holding.query('commit')
        await migrated
        expect((await reading.query('select tried from region limit 1')).rows).toHaveLength(1)
        expect((await reading.query('select count(*)::int as n from tried_beside')).rows[0].n).toBe(
          0,
        )
      }),
    ),
  ))

it('a failing migration is not retried and leaves nothing behind', () =>
  withClient(owner(), async (client) => {
    await expect(
      runPatiently((sql) => client.query(sql), 'create table half (id int); select nonsense'),
    ).rejects.toThrow(/nonsense/)
    expect((await client.query("select to_regclass('half') as found")).rows[0].found).toBeNull()
  }))

it('a database that a newer version has migrated is refused, unless that is asked for', async () => {
  await withClient(owner(), (client) =>
    client.query(
      `insert into _prisma_migrations (id, checksum, finished_at, migration_name, started_at)
        values ('newer', 'x', now(), '9999_of_a_newer_version', now())`,
    ),
  )
  await expect(migrate(owner())).rejects.toThrow(
    'migrated by a newer version of the desk (9999_of_a_newer_version)',
  )
  expect(await migrate(owner(), { newerSchema: true })).toEqual([])
})

it('a master key of another database is refused before anything is written under it', async () => {
  const app = process.env.DATABASE_URL ?? ''
  await ensureHashKeys()
  await expect(requireFittingMasterKey(app, servingEnv())).resolves.toBeUndefined()
  const other = { ...servingEnv(), MASTER_KEY: newKey().toString('base64url') }
  await expect(requireFittingMasterKey(app, other)).rejects.toThrow(
    'MASTER_KEY is not the key of this database',
  )
  const changed = { ...other, MASTER_KEY_OLD: servingEnv().MASTER_KEY }
  await expect(requireFittingMasterKey(app, changed)).resolves.toBeUndefined()
})
