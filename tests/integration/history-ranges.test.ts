// The history in ranges of requests, and old ranges in the archive. In the order of a desk's life:
// each test goes on from the one before.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { headOf } from '@/lib/cancellation/queries/head'
import { historyOf } from '@/lib/cancellation/queries/history'
import { rebuiltRequest } from '@/lib/cancellation/queries/rebuilt'
import { statusOf } from '@/lib/cancellation/queries/status'
import { verifiedHistories } from '@/lib/cancellation/queries/verified'
import { eraseRequest, noteStep } from '@/lib/writer'
import { database } from '@/lib/db/client'
import { writeBackup } from '@/lib/ops/backup/write'
import { withClient } from '@/lib/ops/database/roles'
import { archiveRanges } from '@/lib/ops/history/archive'
import { beginRange, forgetUnfinished } from '@/lib/ops/history/begin'
import { rangesOf } from '@/lib/ops/history/ranges'
import { completed, must, opened, staff, submitted, tuesday } from '../factories/requests'

const url = (role: string) => process.env[role] ?? ''
const urls = () => ({
  owner: url('MIGRATION_DATABASE_URL'),
  app: url('DATABASE_URL'),
  jobs: url('DIRECT_DATABASE_URL'),
})
const asOwner = <T extends object>(sql: string, values: unknown[] = []) =>
  withClient(urls().owner, async (client) => (await client.query(sql, values)).rows as T[])
/** Ids tell of the clock, and so the clock is what a range's day is met by. */
const on = (day: string) => vi.setSystemTime(new Date(`${day}T02:00:00Z`))
const standsIn = async (requestId: string) =>
  (
    await asOwner<{ table: string; events: number }>(
      `select tableoid::regclass::text as table, count(*)::int as events
        from (
          select tableoid, request_id from request_event
          union all select tableoid, request_id from archived_event
        ) e where request_id = $1 group by 1 order by 1`,
      [requestId],
    )
  ).map(({ table, events }) => [table, events])
const faults = async () => {
  const found = []
  for await (const { reference, fault } of verifiedHistories())
    if (fault) found.push({ reference, ...fault })
  return found
}
const said = async ({ id, reference }: RequestRecord) => ({
  rebuilt: await rebuiltRequest(id),
  history: (await historyOf(id)).map((entry) => ({ ...entry, changes: entry.changes })),
  status: await statusOf(reference, true, tuesday),
})
/** A clerk who notes the same step over and over while something else is done. */
async function notingMeanwhile({ reference }: RequestRecord, work: () => Promise<unknown>) {
  const clerk = await staff()
  let [going, notes] = [true, 0]
  const working = work().finally(() => {
    going = false
  })
  while (going) {
    must(
      await noteStep({
        actor: clerk,
        seen: { reference },
        step: 'identity_check',
        input: {
          matchedBy: 'carrier_record',
          applicantChecked: true,
          numberMatched: true,
          readBack: true,
        },
        now: tuesday,
      }),
    )
    notes += 1
  }
  await working
  return notes
}

const made = {} as { over: RequestRecord; live: RequestRecord }

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  on('2026-03-10')
  made.over = await completed()
  made.live = await opened()
})
afterAll(() => void vi.useRealTimers())

it('has the same columns in the archive and in the view as where it is written', async () => {
  const rows = await asOwner<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name || ' ' || data_type
      order by ordinal_position) as columns from information_schema.columns
      where table_name in ('request_event', 'archived_event', 'every_event') group by 1`,
  )
  expect(rows).toHaveLength(3)
  for (const { name, columns } of rows) expect(columns, name).toEqual(rows[0]?.columns)
})

it('is one table until a range is created, while a clerk writes and is never refused', async () => {
  expect(await withClient(urls().owner, rangesOf)).toEqual([])
  const before = await said(made.over)
  const notes = await notingMeanwhile(made.live, () => beginRange(urls(), '2027-01-01'))
  expect(notes).toBeGreaterThan(0)
  expect(await said(made.over)).toEqual(before)
  expect(
    (await withClient(urls().owner, rangesOf)).map(({ table, archived }) => [table, archived]),
  ).toEqual([
    ['events_from_the_first', false],
    ['events_from_2027_01_01', false],
  ])
  expect(await standsIn(made.live.id)).toEqual([['events_from_the_first', 1 + notes]])
  expect(await faults()).toEqual([])
})

it('puts new requests into the new range, and events of older ones into their own', async () => {
  on('2027-01-02')
  const later = await submitted()
  expect(await standsIn(later.id)).toEqual([['events_from_2027_01_01', later.version]])
  await notingMeanwhile(made.live, async () => {})
  expect((await standsIn(made.live.id)).map(([table]) => table)).toEqual(['events_from_the_first'])
})

it('goes on in a third range, and begins none before the last', async () => {
  await expect(beginRange(urls(), '2026-12-31')).rejects.toThrow('later day')
  await beginRange(urls(), '2028-01-01')
  on('2028-01-02')
  expect(await standsIn((await opened()).id)).toEqual([['events_from_2028_01_01', 1]])
  expect(await faults()).toEqual([])
})

it('is not split where later rows exist, and the remains of a killed run are undone', async () => {
  await expect(beginRange(urls(), '2028-01-02')).rejects.toThrow(/ids_in_range/)
  expect(await withClient(urls().owner, rangesOf)).toHaveLength(3)
  await asOwner(
    `alter table events_from_2028_01_01 add constraint ids_in_range 
      check (request_id < '01000000-0000-7000-8000-000000000000') not valid`,
  )
  await expect(opened()).rejects.toThrow()
  await withClient(urls().owner, forgetUnfinished)
  await opened()
})

it('gives old ranges to the archive, where all of it is read and verified as before', async () => {
  const [before, head, stood] = [
    await said(made.over),
    await headOf(new Date()),
    await standsIn(made.over.id),
  ]
  const notes = await notingMeanwhile(made.live, async () =>
    expect((await archiveRanges(urls().owner, '2027-06-01')).map(({ table }) => table)).toEqual([
      'events_from_the_first',
    ]),
  )
  expect(await standsIn(made.over.id)).toEqual(stood)
  expect(await said(made.over)).toEqual(before)
  expect((await headOf(new Date())).events).toBe(head.events + notes)
  expect(await faults()).toEqual([])
  expect(await archiveRanges(urls().owner, '2027-06-01')).toEqual([])
  const folder = mkdtempSync(join(tmpdir(), 'desk-ranges-'))
  const { tables } = await writeBackup(urls().app, join(folder, 'backup'), new Date(), () => {})
  rmSync(folder, { recursive: true })
  expect(tables.request_event?.rows).toBe(await database().everyEvent.count())
  expect(
    (await withClient(urls().owner, rangesOf)).map(({ table, archived }) => [table, archived]),
  ).toEqual([
    ['events_from_the_first', true],
    ['events_from_the_first_after', false],
    ['events_from_2027_01_01', false],
    ['events_from_2028_01_01', false],
  ])
})

it('accepts the erasure of an archived request and keeps its history complete', async () => {
  const stood = await standsIn(made.over.id)
  must(
    await eraseRequest({
      actor: { kind: 'system' },
      reference: made.over.reference,
      now: new Date(),
    }),
  )
  expect(await standsIn(made.over.id)).toEqual([...stood, ['events_from_the_first_after', 1]])
  expect((await historyOf(made.over.id)).at(-1)).toMatchObject({ type: 'erase' })
  expect(await faults()).toEqual([])
})

it('cannot be changed through any table, and reports a change that was made', async () => {
  const tables = [
    'archived_event',
    'request_event',
    ...(await withClient(urls().owner, rangesOf)).map(({ table }) => table),
  ]
  for (const table of tables)
    for (const sql of [
      `update ${table} set type = 'x'`,
      `delete from ${table}`,
      `truncate ${table}`,
    ])
      await expect(asOwner(sql), sql).rejects.toThrow(/never changed/)
  await expect(
    database().$executeRaw`insert into archived_event select * from request_event`,
  ).rejects.toThrow(/permission denied/)
  await asOwner('alter table events_from_the_first disable trigger user')
  await asOwner(
    `update events_from_the_first set at = at + interval '1 minute' where request_id = $1
      and sequence = 2`,
    [made.over.id],
  )
  await asOwner('alter table events_from_the_first enable trigger user')
  expect(await faults()).toEqual([{ reference: made.over.reference, kind: 'link', sequence: 2 }])
})
