import { expect, it } from 'vitest'
import { straight } from '@/lib/db/in-transaction'
import { Prisma, type Transaction, database, transaction } from '@/lib/db/client'
import { direct } from '@/lib/db/direct'
import { within } from '@/lib/db/time-left'
import { byAnotherConnection } from './one-connection'

const ofEachKind = Prisma.sql`
  select gen_random_uuid() is not null as bool, ${'01a2196b-49a0-70e7-98d6-b80ffae12a12'}::uuid as uuid, ${new Date('2026-03-10T02:03:04.567Z')}::timestamptz as moment, 7::int as int, 0.5::float8 as float,
    ${JSON.stringify({ zh: '销户', list: [1, null] })}::jsonb as jsonb, ${['a', 'b,c']}::text[] as texts, ${new Uint8Array([0, 255, 92])}::bytea as bytes, null::text as nothing, 'words' as text`

const plain = (rows: { bytes: Uint8Array }[]) =>
  rows.map(({ bytes, ...row }) => ({ ...row, bytes: [...bytes] }))

it('a statement straight from the pool gives what the database client gives', async () => {
  const [byClient, byPool] = await Promise.all([
    database().$queryRaw<{ bytes: Uint8Array }[]>(ofEachKind),
    direct.$queryRaw<{ bytes: Uint8Array }[]>(ofEachKind),
  ])
  expect(plain(byPool)).toEqual(plain(byClient))
})

it('what the client would read otherwise is refused, by the pool and in a transaction', async () => {
  for (const asked of [
    Prisma.sql`select 1::bigint`,
    Prisma.sql`select 0.5::numeric`,
    Prisma.sql`select current_date`,
    Prisma.sql`select array[1::bigint]`,
    Prisma.sql`select array[0.5]`,
    Prisma.sql`select array[current_date]`,
  ]) {
    await expect(direct.$queryRaw(asked)).rejects.toThrow('not asked for straight')
    await expect(transaction((tx) => straight(tx).$queryRaw(asked))).rejects.toThrow(
      'not asked for straight',
    )
  }
  expect(await direct.$queryRaw`select null::date as none`).toEqual([{ none: null }])
})

it('who asks after the client was disconnected gets a connection', async () => {
  await database().store.count()
  await database().$disconnect()
  expect(await direct.$queryRaw`select 2::int as two`).toEqual([{ two: 2 }])
  expect(await database().store.count()).toBeGreaterThan(0)
})

it('a connection that breaks while nobody uses it takes nothing with it', async () => {
  // The client listens for that too, at the pool that it began with.
  await database().$disconnect()
  const asleep = () => direct.$queryRaw`select pg_sleep(0)`
  await Promise.all([asleep(), asleep()])
  await direct.$queryRaw`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user and datname = current_database()`
  expect(await direct.$queryRaw`select 1::int as one`).toEqual([{ one: 1 }])
})

const marked = async (name: string) =>
  (await direct.$queryRaw<object[]>`select key from attempt where key = ${name}`).length
const mark = (tx: Transaction, name: string) =>
  straight(tx).$executeRaw`insert into attempt (key, points) values (${name}, 1)`

it('in a transaction a statement goes by its connection, and is kept or lost with it', async () => {
  expect(
    await transaction(async (tx) => {
      expect(straight(tx)).not.toBe(tx)
      return mark(tx, 'kept')
    }),
  ).toBe(1)
  await expect(
    transaction(async (tx) => {
      await byAnotherConnection(() => database().$transaction(async (other) => other.store.count()))
      await mark(tx, 'lost')
      expect(await straight(tx).$queryRaw`select key from attempt where key = 'lost'`).toHaveLength(
        1,
      )
      throw new Error('given up')
    }),
  ).rejects.toThrow('given up')
  expect([await marked('kept'), await marked('lost')]).toEqual([1, 0])
})

it('none stands alone after the client has ended the transaction, were it for taking too long', async () => {
  const [ended] = await transaction(async (tx) => [tx])
  await expect(straight(ended).$queryRaw`select 1`).rejects.toThrow('the transaction is over')
  // Two thirds of the time are the transaction's.
  await expect(
    within(300, () =>
      transaction(async (tx) => {
        await mark(tx, 'before')
        await byAnotherConnection(() => direct.$queryRaw`select pg_sleep(0.5)`)
        await mark(tx, 'after')
      }),
    ),
  ).rejects.toThrow()
  expect([await marked('before'), await marked('after')]).toEqual([0, 0])
})
