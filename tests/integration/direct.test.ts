import { expect, it } from 'vitest'
import { Prisma, database } from '@/lib/db/client'
import { direct } from '@/lib/db/direct'

const ofEachKind = Prisma.sql`
  select gen_random_uuid() is not null as bool, ${'01a2196b-49a0-70e7-98d6-b80ffae12a12'}::uuid as uuid, ${new Date('2026-03-10T02:03:04.567Z')}::timestamptz as moment, 7::int as int, 0.5::float8 as float,
    ${JSON.stringify({ zh: '销户', list: [1, null] })}::jsonb as jsonb, ${['a', 'b,c']}::text[] as texts, ${new Uint8Array([0, 255, 92])}::bytea as bytes, null::text as nothing, 'words' as text`

const plain = (rows: { bytes: Uint8Array }[]) => rows.map(({ bytes, ...row }) => ({ ...row, bytes: [...bytes] }))

it('a statement straight from the pool gives what the database client gives', async () => {
  const [byClient, byPool] = await Promise.all([database().$queryRaw<{ bytes: Uint8Array }[]>(ofEachKind), direct.$queryRaw<{ bytes: Uint8Array }[]>(ofEachKind)])
  expect(plain(byPool)).toEqual(plain(byClient))
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
