import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { Prisma, clashedIndex, database, transaction } from '@/lib/db/client'
import { isDatabaseUnavailable } from '@/lib/db/database-unavailable'
import { type SqlTransaction, runIn, sqlDatabase, sqlTransaction } from '@/lib/db/sql'
import { within } from '@/lib/db/time-left'
import { byAnotherConnection, connectionsTaken, watchPool } from './one-connection'

const moment = new Date('2026-03-10T02:03:04.567Z')
const id = '01a2196b-49a0-70e7-98d6-b80ffae12a12'
const json = JSON.stringify({ zh: '销户', list: [1, null] })
const bytes = new Uint8Array([0, 255, 92])

it('reads each kind of value as Prisma reads it, bytes and moments included', async () => {
  type Kinds = { bytes: Uint8Array }
  const plain = (rows: Kinds[]) =>
    rows.map(({ bytes: found, ...row }) => ({ ...row, found: [...found] }))
  const byPrisma = await database().$queryRaw<Kinds[]>(Prisma.sql`
    select ${id}::uuid as uuid, ${moment}::timestamptz as moment, 7::int as int,
      0.5::float8 as float,
      ${json}::jsonb as jsonb, ${['a', 'b,c']}::text[] as texts, ${bytes}::bytea as bytes,
      null::text as nothing, 'words' as text`)
  const byKysely = await sql<Kinds>`
    select ${id}::uuid as uuid, ${moment}::timestamptz as moment, 7::int as int,
      0.5::float8 as float,
      ${json}::jsonb as jsonb, ${['a', 'b,c']}::text[] as texts, ${bytes}::bytea as bytes,
      null::text as nothing, 'words' as text`.execute(sqlDatabase())
  expect(plain(byKysely.rows)).toEqual(plain(byPrisma))
})

it("reads a day as text, whatever the process's time zone", async () => {
  const { rows } = await sql`select '2026-03-10'::date as day, null::date as none`.execute(
    sqlDatabase(),
  )
  expect(rows).toEqual([{ day: '2026-03-10', none: null }])
})

it('notices a transaction that takes another connection, of either kind', async () => {
  await sqlTransaction(() => database().store.count())
  expect(connectionsTaken()).toBe(1)
  await transaction(() => sql`select 1`.execute(sqlDatabase()))
  expect(connectionsTaken()).toBe(1)
  await sqlTransaction((tx) => mark(tx, 'its own'))
  expect(connectionsTaken()).toBe(0)
})

it('opens new connections after the pool was ended', async () => {
  await database().store.count()
  await database().$disconnect()
  watchPool()
  const { rows } = await sql`select 2::int as two`.execute(sqlDatabase())
  expect(rows).toEqual([{ two: 2 }])
  expect(await database().store.count()).toBeGreaterThan(0)
})

it('replaces an idle connection that broke', async () => {
  // Prisma listens for that too, at the pool that it began with.
  await database().$disconnect()
  const sleep = () => sql`select pg_sleep(0)`.execute(sqlDatabase())
  await Promise.all([sleep(), sleep()])
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where pid <> pg_backend_pid() and usename = current_user and datname = current_database()`.execute(
    sqlDatabase(),
  )
  expect((await sql`select 1::int as one`.execute(sqlDatabase())).rows).toEqual([{ one: 1 }])
})

const isMarked = async (key: string) => (await database().attempt.count({ where: { key } })) === 1
const mark = (tx: SqlTransaction, key: string) =>
  tx.insertInto('attempt').values({ key, points: 1 }).execute()

it('keeps what a transaction wrote when it succeeds, and nothing when it throws', async () => {
  expect(await sqlTransaction(async (tx) => (await mark(tx, 'kept')).length)).toBe(1)
  await expect(
    sqlTransaction(async (tx) => {
      await mark(tx, 'lost')
      throw new Error('given up')
    }),
  ).rejects.toThrow('given up')
  expect([await isMarked('kept'), await isMarked('lost')]).toEqual([true, false])
})

it('runs a shared statement in the transaction that is open, of either kind', async () => {
  const insert = (key: string) => (builder: ReturnType<typeof sqlDatabase>) =>
    builder.insertInto('attempt').values({ key, points: 2 }).returning(['key', 'points'])
  expect(await sqlTransaction((tx) => runIn(tx, insert('either 1')))).toEqual([
    { key: 'either 1', points: 2 },
  ])
  expect(await transaction((tx) => runIn(tx, insert('either 2')))).toEqual([
    { key: 'either 2', points: 2 },
  ])
  await expect(
    transaction(async (tx) => {
      await runIn(tx, insert('either 3'))
      throw new Error('given up')
    }),
  ).rejects.toThrow('given up')
  expect(await isMarked('either 3')).toBe(false)
})

it('refuses statements once the transaction has ended', async () => {
  const [ended] = await sqlTransaction(async (tx) => [tx] as const)
  await expect(mark(ended, 'after the end')).rejects.toThrow(/committed/)
})

it('rolls a transaction back that outlives its caller, and takes no more of its statements', async () => {
  // Two thirds of the time are the transaction's.
  let late: Promise<unknown> = Promise.resolve()
  const error = await within(300, () =>
    sqlTransaction((tx) => {
      late = (async () => {
        await mark(tx, 'before')
        await byAnotherConnection(() => sql`select pg_sleep(0.5)`.execute(sqlDatabase()))
        await mark(tx, 'after')
      })()
      return late
    }),
  ).catch((thrown: unknown) => thrown)
  expect(isDatabaseUnavailable(error)).toBe(true)
  await expect(late).rejects.toThrow(/rolled back/)
  expect([await isMarked('before'), await isMarked('after')]).toEqual([false, false])
})

it('names the index that a write clashed with, whichever client wrote', async () => {
  const again = (write: () => Promise<unknown>) =>
    write().then(
      () => null,
      (error: unknown) => clashedIndex(error),
    )
  await sqlTransaction((tx) => mark(tx, 'once'))
  expect(await again(() => sqlTransaction((tx) => mark(tx, 'once')))).toBe('attempt_pkey')
  const data = { key: 'once', points: 1 }
  expect(await again(() => database().attempt.create({ data }))).toContain('key')
  expect(clashedIndex(new Error('something else'))).toBe(null)
})
