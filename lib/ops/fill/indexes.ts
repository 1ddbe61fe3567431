import { totalmem } from 'node:os'
import type { Client } from 'pg'
import { withClient } from '../database/roles'
import { filledTables } from './copy'

const indexWorkers = 2
/** `maintenance_work_mem` for building each index, in MB. */
const maintenanceMb = Math.max(64, Math.min(1024, Math.floor(totalmem() / 2 ** 24)))

/**
 * Runs `work` while the filled tables have neither indexes nor autovacuum: inserting in random key
 * order costs more than rebuilding all indexes at the end. The definitions are kept in a table
 * until then, so that the next fill first restores what a killed one left undone.
 */
export async function withoutIndexes<T>(owner: string, work: () => Promise<T>): Promise<T> {
  await restoreIndexes(owner)
  await withClient(owner, async (client) => {
    await client.query('begin')
    const { rows } = await client.query<{ takes: string; gives: string }>(taken, [filledTables])
    await client.query('create table fill_gives (place int, statement text)')
    await client.query(
      `insert into fill_gives select place, statement
        from unnest($1::text[]) with ordinality as x(statement, place)`,
      [rows.map(({ gives }) => gives)],
    )
    for (const { takes } of rows) await client.query(takes)
    await client.query('commit')
  })
  return work().finally(() => restoreIndexes(owner))
}

/** Restores the indexes and settings that a fill removed, if any. */
async function restoreIndexes(owner: string) {
  const left = await withClient(owner, async (client) => {
    const {
      rows: [found],
    } = await client.query<{ there: boolean }>(
      "select to_regclass('fill_gives') is not null as there",
    )
    return found?.there
      ? (
          await client.query<{ statement: string }>(
            'select statement from fill_gives order by place',
          )
        ).rows.map(({ statement }) => statement)
      : null
  })
  if (!left) return
  await Promise.all(
    Array.from({ length: indexWorkers }, () =>
      withClient(owner, async (client) => {
        await client.query(`set maintenance_work_mem = '${maintenanceMb}MB'`)
        for (let statement = left.shift(); statement; statement = left.shift())
          await createIndex(client, statement)
      }),
    ),
  )
  await withClient(owner, (client) => client.query('drop table fill_gives'))
}

async function createIndex(client: Client, statement: string) {
  await client.query('begin')
  await client.query(statement)
  await client.query('delete from fill_gives where statement = $1', [statement])
  await client.query('commit')
}

// Primary keys first, because they need an exclusive lock.
const taken = `
  select format('alter table %I drop constraint %I', t.relname, c.conname) as takes,
    format('alter table %I add constraint %I %s', t.relname, c.conname,
    pg_get_constraintdef(c.oid)) as gives
  from pg_constraint c join pg_class t on t.oid = c.conrelid where c.contype = 'p'
    and t.relname = any($1) and t.relnamespace = 'public'::regnamespace
  union all
  select format('drop index %I', i.relname), pg_get_indexdef(i.oid)
  from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
  where t.relname = any($1) and t.relnamespace = 'public'::regnamespace
    and not exists (select from pg_constraint c where c.conindid = x.indexrelid)
  union all
  select format('alter table %I set (autovacuum_enabled = off)', name),
  format('alter table %I reset (autovacuum_enabled)', name) from unnest($1) as name`
