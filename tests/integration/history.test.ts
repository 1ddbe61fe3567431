import { describe, expect, it } from 'vitest'
import type { RecordedEvent, RequestRecord } from '@/lib/cancellation/rules/request-record'
import { historyOf } from '@/lib/cancellation/queries/history'
import { verifiedHistories } from '@/lib/cancellation/queries/verified'
import { eventHash, firstLink } from '@/lib/cancellation/crypto/event-hash'
import { openDataKeys, openRow } from '@/lib/cancellation/crypto/encrypted-fields'
import { rebuiltRequest } from '@/lib/cancellation/queries/rebuilt'
import { numberHashOf } from '@/lib/cancellation/queries/live'
import { sqlDatabase } from '@/lib/db/sql'
import { columnsOf } from '@/lib/cancellation/commands/writer/next-event'
import { amendRequest, makeMove, noteDuty } from '@/lib/writer'
import { database } from '@/lib/db/client'
import { demoAccount } from '@/lib/ops/seed/demo-walk'
import { demoIccid } from '@/lib/ops/seed/demo-people'
import { withClient } from '@/lib/ops/database/roles'
import {
  completed,
  must,
  opened,
  paths,
  reviewer,
  someInput,
  staff,
  submitted,
  tuesday,
} from '../factories/requests'

const eventsOf = (requestId: string) =>
  database().requestEvent.findMany({ where: { requestId }, orderBy: { sequence: 'asc' } })
const recorded = (row: Awaited<ReturnType<typeof eventsOf>>[number]): RecordedEvent => ({
  sequence: row.sequence,
  type: row.type,
  at: row.at.toISOString(),
  actor: { kind: row.actorKind as RecordedEvent['actor']['kind'], id: row.actorId },
  facts: row.facts as Record<string, unknown>,
})

async function kept(requestId: string) {
  const row = await database().request.findUniqueOrThrow({ where: { id: requestId } })
  const keys = openDataKeys(
    requestId,
    await database().requestKey.findMany({ where: { requestId } }),
  )
  return { record: row.record, ...openRow(keys, requestId, row) }
}

describe('history', () => {
  it.each(paths)(
    'of $cardType $channel replays to exactly its row, personal parts too',
    async (path) => {
      const { id } = await completed(path)
      const row = await kept(id)
      expect(await rebuiltRequest(id)).toEqual(row)
      expect(row.identifiers?.number).toMatch(/^\+861380013/)
      expect(row.personal).toMatchObject({
        holderName: '柳测试',
        moves: { complete: { confirmation: 'C-1' } },
      })
      if (path.cardType === 'sim' && path.channel === 'in_store')
        expect(row.identifiers?.notes).toEqual({
          balance: { account: demoAccount.account.replaceAll(' ', '') },
          card_return: { iccid: demoIccid(row.record as unknown as RequestRecord) },
        })
    },
  )

  it('shows its last entries as the whole history does, changes included', async () => {
    const { id, reference } = await submitted()
    const [clerk, chief] = [await staff(), await reviewer()]
    must(
      await noteDuty({
        actor: chief,
        reference,
        duty: 'assign',
        input: { assignee: clerk.id },
        now: tuesday,
      }),
    )
    must(
      await makeMove({
        actor: clerk,
        seen: { reference },
        move: 'take_back',
        input: { reason: 'mistyped' },
        now: tuesday,
      }),
    )
    must(
      await amendRequest({
        actor: clerk,
        seen: { reference },
        input: someInput({ contact: { email: 'other@example.test' } }),
        now: tuesday,
      }),
    )
    must(
      await noteDuty({
        actor: chief,
        reference,
        duty: 'assign',
        input: { assignee: chief.id },
        now: tuesday,
      }),
    )
    must(
      await amendRequest({ actor: clerk, seen: { reference }, input: someInput(), now: tuesday }),
    )
    const whole = await historyOf(id)
    expect(whole.at(-3)?.changes.map(({ field }) => field)).toContain('personal.contactEmail')
    expect(whole.at(-2)?.changes).toEqual([
      { field: 'assignee', before: clerk.name, after: chief.name },
    ])
    for (let last = 1; last <= whole.length + 1; last += 1)
      expect(await historyOf(id, last)).toEqual(whole.slice(-last))
  })

  it('replays an amendment that undid steps and a request that was taken back', async () => {
    const { id, reference } = await submitted()
    must(
      await makeMove({
        actor: await staff(),
        seen: { reference },
        move: 'take_back',
        input: { reason: 'mistyped' },
        now: tuesday,
      }),
    )
    const mended = must(
      await amendRequest({
        actor: await staff(),
        seen: { reference },
        input: someInput({
          holder: {
            name: '杨更正',
            document: { type: 'passport', number: 'E7654321', country: 'CN' },
          },
        }),
        now: tuesday,
      }),
    )
    expect(Object.keys(mended.steps)).not.toContain('identity_check')
    expect(Object.keys(mended.steps)).toContain('card_return')
    expect(await rebuiltRequest(id)).toEqual(await kept(id))
  })

  it('is chained: each link is the hash of the one before and the event', async () => {
    const { id } = await completed()
    let link = firstLink()
    for (const row of await eventsOf(id)) {
      expect(Buffer.from(row.previousHash).equals(link)).toBe(true)
      link = eventHash(link, {
        ...recorded(row),
        requestId: id,
        sealedIdentifiers: row.sealedIdentifiers,
        sealedPersonal: row.sealedPersonal,
      })
      expect(Buffer.from(row.hash).equals(link)).toBe(true)
    }
  })

  it('cannot be changed: the app has no right to, and the trigger binds the owner too', async () => {
    const { id } = await opened()
    await expect(
      database().$executeRaw`update request_event set type = 'x' where request_id = ${id}::uuid`,
    ).rejects.toThrow(/permission denied/)
    await expect(database().$executeRaw`delete from request_event`).rejects.toThrow(
      /permission denied/,
    )
    await expect(database().$executeRaw`truncate request_event`).rejects.toThrow(
      /permission denied/,
    )
    await withClient(process.env.MIGRATION_DATABASE_URL ?? '', async (owner) => {
      for (const sql of [
        "update request_event set type = 'x'",
        'delete from request_event',
        'truncate request_event',
        "update revision set note = 'x'",
        'delete from revision',
      ]) {
        await expect(owner.query(sql)).rejects.toThrow(/never changed/)
      }
    })
    expect(await eventsOf(id)).toHaveLength(1)
  })

  it('survives the loss of its row: the projection is a cache', async () => {
    const { id } = await completed()
    const before = await kept(id)
    const row = await sqlDatabase()
      .selectFrom('request')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await withClient(process.env.MIGRATION_DATABASE_URL ?? '', (owner) =>
      owner.query('delete from request where id = $1', [id]),
    )
    const again = await rebuiltRequest(id)
    expect(again).toEqual(before)
    // The columns for lists follow from the same: put back, the row is the one that was lost.
    const number = again.identifiers as { number: string }
    const {
      sealed_identifiers: _,
      sealed_personal: __,
      record,
      ...columns
    } = columnsOf(again.record as RequestRecord, row.store_id, await numberHashOf(number.number), {
      sealedIdentifiers: null,
      sealedPersonal: null,
    })
    expect({ ...row, number_hash: [...(row.number_hash ?? [])] }).toMatchObject({
      ...columns,
      number_hash: [...(columns.number_hash ?? [])],
      record: JSON.parse(record) as object,
    })
  })
})

describe('verifying', () => {
  const found = async () => {
    const faults: object[] = []
    for await (const { reference, fault } of verifiedHistories())
      if (fault) faults.push({ reference, ...fault })
    return faults
  }
  /** What somebody with the owner's rights and a bad conscience could do. */
  const tampered = (sql: string, id: string) =>
    withClient(process.env.MIGRATION_DATABASE_URL ?? '', async (owner) => {
      await owner.query('alter table request_event disable trigger user')
      await owner.query(sql, [id])
      await owner.query('alter table request_event enable trigger user')
    })

  it('finds a changed event, a missing one and a changed row, and nothing else', async () => {
    // One row was lost above: that is told, and nothing else.
    const before = await found()
    expect(before).toEqual([expect.objectContaining({ kind: 'no_row' })])
    const [changed, cut, missing, touched] = [
      await completed(),
      await submitted(),
      await completed(),
      await opened(),
    ]
    await tampered(
      `update request_event set facts = jsonb_set(facts, '{reason}', '"other"')
        where request_id = $1 and sequence = 2`,
      changed.id,
    )
    await tampered(
      `delete from request_event where request_id = $1
        and sequence = (select max(sequence) from request_event where request_id = $1)`,
      cut.id,
    )
    await tampered('delete from request_event where request_id = $1 and sequence = 3', missing.id)
    await tampered(
      `update request set record = jsonb_set(record, '{state}', '"completed"') where id = $1`,
      touched.id,
    )
    const faults = await found()
    expect(faults).toHaveLength(before.length + 4)
    expect(faults).toEqual(
      expect.arrayContaining([
        { reference: changed.reference, kind: 'link', sequence: 2 },
        { reference: cut.reference, kind: 'gap', sequence: cut.version },
        { reference: missing.reference, kind: 'gap', sequence: 3 },
        { reference: touched.reference, kind: 'row', sequence: 1 },
      ]),
    )
  })
})
