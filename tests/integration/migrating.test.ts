import { expect, it } from 'vitest'
import { runPatiently } from '@/lib/ops/database/patient-script'
import { withClient } from '@/lib/ops/database/roles'

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
