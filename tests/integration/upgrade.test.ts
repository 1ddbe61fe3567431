import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { verifiedAudit } from '@/lib/db/audit-chain/queries'
import { rebuiltRequest } from '@/lib/cancellation/queries/rebuilt'
import { isLive } from '@/lib/cancellation/rules/workflow'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { pathsOffered } from '@/lib/carriers/queries'
import { database } from '@/lib/db/client'
import { dayOf } from '@/lib/domain/days'
import { withClient } from '@/lib/ops/database/roles'
import { walkPhase } from '@/lib/ops/seed/demo-walk'
import { prepareDatabase } from '@/lib/ops/start/database'
import { makeMove } from '@/lib/writer'
import { must, reviewer, staff } from '../factories/requests'

// A desk of the version before the rulebook, with its two dozen demo requests, as that version
// wrote it on 2026-11-28: every table as JSON, sealed with the key below, which is for this alone.
const file = 'tests/integration/upgrade/desk-at-0033.json.gz'
const masterKey = Buffer.from('the-version-before-0040-in-tests').toString('base64url')
type Rows = Record<string, unknown>[]
const before: Record<string, Rows> = JSON.parse(gunzipSync(readFileSync(file)).toString())
const migrations = (before._prisma_migrations ?? []).map((row) => String(row.migration_name)).sort()
// As the schema engine makes it.
const migrationTable = `create table _prisma_migrations (id varchar(36) primary key,
  checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
  logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0)`

const now = new Date('2026-11-30T02:00:00Z')
const { port, superuser } = inject('cluster')
const name = `desk_${randomUUID().replaceAll('-', '')}`
const urlOf = (role: string) => `postgresql://${role}:${role}@127.0.0.1:${port}/${name}`
const urls = { owner: urlOf('desk_owner'), app: urlOf('desk_app'), jobs: urlOf('desk_jobs') }

beforeAll(async () => {
  await withClient(superuser, async (client) => {
    await client.query(`create database ${name} owner desk_owner`)
    await client.query(`grant create on database ${name} to desk_jobs`)
  })
  await withClient(urls.owner, async (client) => {
    await client.query(migrationTable)
    for (const migration of migrations)
      await client.query(readFileSync(`prisma/migrations/${migration}/migration.sql`, 'utf8'))
  })
  const asSuperuser = new URL(superuser)
  asSuperuser.pathname = name
  await withClient(asSuperuser.href, async (client) => {
    await client.query("set session_replication_role = 'replica'")
    for (const [table, rows] of Object.entries(before))
      await client.query(
        `insert into "${table}" select * from json_populate_recordset(null::"${table}", $1)`,
        [JSON.stringify(rows)],
      )
  })
  await prepareDatabase(urls)
  Object.assign(process.env, {
    DATABASE_URL: urls.app,
    DIRECT_DATABASE_URL: urls.jobs,
    MIGRATION_DATABASE_URL: urls.owner,
    MASTER_KEY: masterKey,
  })
})

const requests = () => database().request.findMany({ orderBy: { id: 'asc' } })
const recordOf = (row: { record: unknown }) => row.record as RequestRecord

describe('a desk of the version before', () => {
  it('has requests in every state', () => {
    expect(new Set(before.request?.map(({ state }) => state))).toEqual(
      new Set(['open', 'in_review', 'needs_info', 'closing', 'completed', 'rejected', 'withdrawn']),
    )
  })

  it('keeps every request as it was: its history replays to it, with its guide and promises', async () => {
    const rows = await requests()
    expect(rows).toHaveLength(before.request?.length ?? 0)
    for (const row of rows) {
      const old = before.request?.find(({ id }) => id === row.id) as {
        state: string
        revision_id: string
        due: string | null
        record: RequestRecord
      }
      expect(row.state, row.reference).toBe(old.state)
      expect(row.revisionId).toBe(old.revision_id)
      expect(row.due && dayOf(row.due)).toBe(old.due)
      const { record, personal } = await rebuiltRequest(row.id)
      expect(record, row.reference).toEqual(recordOf(row))
      expect(record?.promises).toEqual(old.record.promises)
      expect(personal?.holderName, row.reference).toBeTruthy()
    }
    expect(await verifiedAudit([])).toMatchObject({ faults: [] })
  })

  it('offers what each carrier offered, now by its rules', async () => {
    type Offered = { carrier: string; region: string; card_type: string; channel: string }
    const offered = (before.availability ?? []).filter((row) => row.offered) as unknown as Offered[]
    const asked = new Map(offered.map((row) => [`${row.carrier} ${row.region}`, row]))
    for (const { carrier, region } of asked.values()) {
      const paths = await pathsOffered(carrier, region)
      expect(paths.map(({ cardType, channel }) => `${cardType} ${channel}`).sort()).toEqual(
        offered
          .filter((row) => row.carrier === carrier && row.region === region)
          .map((row) => `${row.card_type} ${row.channel}`)
          .sort(),
      )
    }
  })

  it('brings what runs to its end, on the guide with which it began', async () => {
    const [clerk, judge] = [await staff(), await reviewer()]
    const running = (await requests()).filter((row) => isLive(recordOf(row).state))
    expect(running.length).toBeGreaterThan(10)
    for (const { reference, revisionId } of running) {
      const state = async () =>
        recordOf(await database().request.findUniqueOrThrow({ where: { reference } }))
      const move = async (
        actor: typeof clerk,
        name: Parameters<typeof makeMove>[0]['move'],
        input: Record<string, unknown>,
      ) => must(await makeMove({ actor, seen: { reference }, move: name, input, now }))
      let record = await state()
      if (record.state === 'open') {
        must(await walkPhase(clerk, record, 'before_review', now))
        record = await move(clerk, 'submit', { slipSigned: true })
      }
      if (record.state === 'needs_info')
        record = await move(clerk, 'supply', {
          answers: record.asked.map(({ step }) => ({ step, words: '已补' })),
        })
      if (record.state === 'in_review')
        record = await move(judge, 'approve', { carrierResult: 'OK' })
      must(await walkPhase(clerk, record, 'after_approval', now))
      record = await move(judge, 'complete', {
        confirmation: 'C-1',
        on: dayOf(now),
        ...(record.preCancelled && { reinstatableReason: '客户不再恢复' }),
      })
      expect(record.state).toBe('completed')
      const kept = await database().request.findUniqueOrThrow({ where: { reference } })
      expect(kept.revisionId).toBe(revisionId)
    }
  })
})
