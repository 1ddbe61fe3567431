import { expect, it } from 'vitest'
import { listRequests } from '@/lib/cancellation/queries/list'
import { verifiedHistories } from '@/lib/cancellation/queries/verified'
import { database } from '@/lib/db/client'
import { withClient } from '@/lib/ops/database/roles'
import { nameOf, numberOf } from '@/lib/ops/fill/people'
import { fill } from '@/lib/ops/fill/run'
import { dayOf } from '@/lib/domain/days'
import { reportFilter } from '@/lib/reports/filter'
import { reportOf } from '@/lib/reports/queries'
import { seedDemoRequests } from '@/lib/ops/seed/demo-requests'
import { slowReport } from './slow-report'

const owner = () => process.env.MIGRATION_DATABASE_URL ?? ''
const now = new Date()

/** Indexes, primary keys and settings of all tables. */
const shape = () =>
  withClient(
    owner(),
    async (client) =>
      (
        await client.query(`
  select pg_get_indexdef(indexrelid) as what from pg_index join pg_class on oid = indexrelid
  where relnamespace = 'public'::regnamespace
  union all select conname || pg_get_constraintdef(oid) from pg_constraint
  where connamespace = 'public'::regnamespace
  union all select relname || array_to_string(reloptions, ',') from pg_class
  where relnamespace = 'public'::regnamespace and reloptions is not null
  order by 1`)
      ).rows,
  )

it('fills with histories that are chained, replay to exactly their rows, and are found', {
  timeout: 120_000,
}, async () => {
  await seedDemoRequests(now)
  const before = await database().request.count()
  const heard: number[] = []
  const shaped = await shape()
  const done = await fill(600, now, owner(), ({ requests }) => heard.push(requests))
  expect([done.requests, heard.at(-1), await database().request.count()]).toEqual([
    600,
    600,
    before + 600,
  ])
  expect(done.events / done.requests).toBeGreaterThan(9)

  const faults: string[] = []
  let verified = 0
  for await (const { reference, fault } of verifiedHistories()) {
    verified += 1
    if (fault) faults.push(`${reference} ${fault.kind}`)
  }
  expect([verified, faults]).toEqual([before + 600, []])

  const stores = (
    await database().store.findMany({ where: { code: { startsWith: 'fill-' } } })
  ).map(({ id }) => id)
  expect(stores).toHaveLength(300)
  for (const serial of [before, before + 300, before + 599]) {
    const page = await listRequests({ stores, q: numberOf(serial) })
    expect(page.items).toHaveLength(1)
    const named = await listRequests({ stores, q: nameOf(serial) })
    expect(named.items.map(({ record }) => record.reference)).toContain(
      page.items[0]?.record.reference,
    )
  }
  expect(await shape()).toEqual(shaped)
  // Over three years, with live ones at the end alone.
  const { rows } = await withClient(owner(), (client) =>
    client.query(
      `select min(opened_at) as first, min(opened_at) filter (where ended_at is null) as live
        from request`,
    ),
  )
  const days = (at: Date) => (now.getTime() - at.getTime()) / 86_400_000
  expect(days(rows[0].first)).toBeGreaterThan(1000)
  expect(days(rows[0].live)).toBeLessThan(45)
  const report = reportFilter({ from: '2020-01-01', by: 'store' }, dayOf(now))
  // Seen from the first day nothing is overdue: the slow report counts what has ended.
  const every = await database().store.findMany()
  expect((await reportOf(every, report, report.from)).rows).toEqual(await slowReport(report))
  expect(await fill(1, now, owner(), () => {})).toMatchObject({ requests: 1 })
})

it('restores indexes after a fill was killed', async () => {
  const shaped = await shape()
  await withClient(owner(), (client) =>
    client.query(`
    create table fill_gives as select 1 as place, pg_get_indexdef('request_due'::regclass)
      as statement union all select 2, 'alter table request reset (autovacuum_enabled)';
    drop index request_due; alter table request set (autovacuum_enabled = off)`),
  )
  await fill(1, now, owner(), () => {})
  expect(await shape()).toEqual(shaped)
})

it('a list of many stores has the same pages in the same order as one of few', async () => {
  const stores = (await database().store.findMany()).map(({ id }) => id)
  const walk = async (of: readonly string[]) => {
    const found: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await listRequests({ stores: of, limit: 100, ...(cursor && { cursor }) })
      found.push(...page.items.map(({ record }) => record.id))
      if (!page.next) return found
      cursor = page.next
    }
  }
  const all = await walk(stores)
  const expected = (
    await database().request.findMany({ select: { id: true }, orderBy: { id: 'desc' } })
  ).map(({ id }) => id)
  expect(all).toEqual(expected)
  const few = stores.slice(0, 10)
  expect(await walk(few)).toEqual(
    (
      await database().request.findMany({
        where: { storeId: { in: few } },
        select: { id: true },
        orderBy: { id: 'desc' },
      })
    ).map(({ id }) => id),
  )
  const state = await listRequests({ stores, state: 'rejected', limit: 1000 })
  expect(state.items).toHaveLength(await database().request.count({ where: { state: 'rejected' } }))
})
