import { describe, expect, it } from 'vitest'
import { enableTotp, takeSecondFactor } from '@/lib/accounts/factors/commands'
import { beginSession } from '@/lib/accounts/sessions/commands'
import { newTotpSecret, totpCode } from '@/lib/accounts/factors/totp'
import { visibleStores } from '@/lib/domain/permissions'
import { openDataKeys } from '@/lib/cancellation/crypto/encrypted-fields'
import { headOf } from '@/lib/cancellation/queries/head'
import { historyOf } from '@/lib/cancellation/queries/history'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { rebuiltRequest } from '@/lib/cancellation/queries/rebuilt'
import { listRequests } from '@/lib/cancellation/queries/list'
import { verifiedHistories } from '@/lib/cancellation/queries/verified'
import {
  eraseAgain,
  eraseRequest,
  makeMove,
  noteLook,
  openRequest,
  replaceSearchKey,
} from '@/lib/writer'
import { slipSecretFits, slipSecrets } from '@/lib/cancellation/crypto/slip-secrets'
import { database } from '@/lib/db/client'
import { masterKeyService } from '@/lib/db/key-service'
import { newKey } from '@/lib/db/sealing'
import { withClient } from '@/lib/ops/database/roles'
import { rewrapAll } from '@/lib/ops/keys/rewrap'
import { wrappedValues } from '@/lib/ops/keys/wrapped'
import { takeQuestion } from '@/lib/questions/commands'
import {
  completed,
  must,
  opened,
  reviewer,
  someInput,
  staff,
  submitted,
  tuesday,
} from '../factories/requests'

const owner = () => process.env.MIGRATION_DATABASE_URL ?? ''
const faultOf = async (reference: string) => {
  for await (const found of verifiedHistories())
    if (found.reference === reference) return found.fault
  return 'not there'
}
const found = async (q: string) =>
  (await listRequests({ stores: visibleStores((await staff()).memberships), q })).items
const code = (written: Awaited<ReturnType<typeof eraseRequest>>) =>
  written.ok ? 'done' : written.refusal.code

describe('erasing a person (L3)', () => {
  it('leaves nothing that can be decrypted, and the history still verifies', async () => {
    const record = await completed({
      holder: {
        name: '尉迟无痕',
        document: { type: 'passport', number: 'E12312312', country: 'CN' },
      },
      phoneNumber: '13700330001',
    })
    const { number } = await takeQuestion(
      { kind: 'question', words: '我的退款呢' },
      record.id,
      tuesday,
    )
    const judge = await reviewer()
    must(await noteRefundPaid(record.reference))
    expect(await found('尉迟无痕')).toHaveLength(1)
    must(await eraseRequest({ actor: judge, reference: record.reference, now: tuesday }))

    expect(await database().requestKey.count({ where: { requestId: record.id } })).toBe(0)
    const { id: requestId } = record
    expect(
      await Promise.all([
        database().searchToken.count({ where: { requestId } }),
        database().documentPage.count({ where: { requestId } }),
        database().oneTimeCode.count({ where: { requestId } }),
      ]),
    ).toEqual([0, 0, 0])
    const one = await oneRequest(judge, record.reference, tuesday)
    expect(one).toMatchObject({
      identifiers: null,
      personal: null,
      record: { erased: true, state: 'completed' },
    })
    expect((await historyOf(record.id)).every(({ words }) => !words)).toBe(true)
    expect(await found('尉迟无痕')).toHaveLength(0)
    expect((await database().question.findUniqueOrThrow({ where: { number } })).key).toBeNull()
    expect(await faultOf(record.reference)).toBeNull()
    expect((await rebuiltRequest(record.id))?.record).toEqual(one?.record)
    const { rows } = await withClient(process.env.DIRECT_DATABASE_URL ?? '', (client) =>
      client.query(
        "select 1 from graphile_worker.jobs where task_identifier = 'keep_erasure' and key = $1",
        [`erasure ${record.id}`],
      ),
    )
    expect(rows).toHaveLength(1)
    expect(
      code(await eraseRequest({ actor: judge, reference: record.reference, now: tuesday })),
    ).toBe('ended')
    expect(await eraseAgain(record.id, tuesday)).toBe(false)
  })

  it("is a reviewer's act, once all is over and nothing is owed", async () => {
    const running = await submitted()
    expect(
      code(
        await eraseRequest({ actor: await reviewer(), reference: running.reference, now: tuesday }),
      ),
    ).toBe('wrong_state')
    const over = await completed()
    expect(
      code(await eraseRequest({ actor: await staff(), reference: over.reference, now: tuesday })),
    ).toBe('not_yours')
    expect(
      code(
        await eraseRequest({ actor: await reviewer(), reference: over.reference, now: tuesday }),
      ),
    ).toBe('not_settled')
    expect(
      code(
        await eraseRequest({
          actor: { ...(await reviewer()), memberships: [] },
          reference: over.reference,
          now: tuesday,
        }),
      ),
    ).toBe('not_found')
    // What a restored backup brings back is erased again, whatever was owed then.
    expect(await eraseAgain(over.id, tuesday)).toBe(true)
    expect(await faultOf(over.reference)).toBeNull()
  })
})

const noteRefundPaid = async (reference: string) =>
  (await import('@/lib/writer')).noteDuty({
    actor: await staff(),
    reference,
    duty: 'note_refund',
    input: { refund: 'paid' },
    now: tuesday,
  })

describe('a look (L2)', () => {
  it('is an event with its reason, and makes nothing stale', async () => {
    const record = await submitted()
    const clerk = await staff()
    must(
      await noteLook({
        actor: clerk,
        reference: record.reference,
        look: { what: 'reveal', reason: 'complaint' },
        now: tuesday,
      }),
    )
    const seen = must(
      await noteLook({
        actor: clerk,
        reference: record.reference,
        look: { what: 'reveal', reason: 'review' },
        now: tuesday,
      }),
    )
    expect(seen).toMatchObject({
      version: record.version + 2,
      lookedAfter: record.version,
      touchedAt: record.touchedAt,
    })
    expect((await historyOf(record.id)).slice(-2)).toMatchObject([
      { type: 'reveal', facts: { reason: 'complaint' } },
      { type: 'reveal', facts: { reason: 'review' } },
    ])
    expect(
      code(
        await makeMove({
          actor: await reviewer(),
          seen: { reference: record.reference, version: record.version - 1 },
          move: 'ask',
          input: {},
          now: tuesday,
        }),
      ),
    ).not.toBe('done')
    const approved = must(
      await makeMove({
        actor: await reviewer(),
        seen: { reference: record.reference, version: record.version },
        move: 'approve',
        input: {},
        now: tuesday,
      }),
    )
    expect(approved.lookedAfter).toBeUndefined()
    expect(
      code(
        await makeMove({
          actor: await reviewer(),
          seen: { reference: record.reference, version: record.version },
          move: 'recall',
          input: {},
          now: tuesday,
        }),
      ),
    ).toBe('stale')
    expect((await rebuiltRequest(record.id))?.record).toEqual(approved)
  })
})

describe('the master key', () => {
  it('is replaced while the desk runs: only the new one opens what it wrapped', async () => {
    const [old, next] = [Buffer.from(process.env.MASTER_KEY ?? '', 'base64url'), newKey()]
    const record = await opened()
    const gone = await opened()
    const account = await database().account.findUniqueOrThrow({
      where: { email: 'admin@example.test' },
    })
    const secret = newTotpSecret()
    const sessionId = await beginSession(
      account.id,
      'password',
      false,
      { browser: '', address: '' },
      tuesday,
    )
    await enableTotp(
      { id: account.id, email: account.email, sessionId },
      secret,
      totpCode(secret, tuesday),
      tuesday,
    )
    await takeQuestion({ kind: 'question', words: '问' }, record.id, tuesday)
    await database().requestKey.deleteMany({ where: { requestId: gone.id } })

    const said: string[] = []
    expect(await rewrapAll(owner(), [next, old], (line) => said.push(line))).toBeGreaterThan(6)
    expect(said.join()).toMatch(/request_key.*installation_key.*question.*account/)
    expect(await rewrapAll(owner(), [next, old], () => {})).toBe(0)
    const only = masterKeyService(() => [next])
    for (const { table, column, name, place } of wrappedValues) {
      const rows = await withClient(owner(), (client) =>
        client.query(
          `select ${name} as name, t.${column} as wrapped from ${table} t
            where t.${column} is not null`,
        ),
      )
      for (const row of rows.rows)
        expect(only.unwrap(`${place}|${row.name}`, row.wrapped).length).toBeGreaterThan(0)
    }
    expect(await database().requestKey.count({ where: { requestId: gone.id } })).toBe(0)
    // And back, so that the other tests of this database go on.
    await rewrapAll(owner(), [old, next], () => {})
    expect(
      await takeSecondFactor(
        account.id,
        totpCode(secret, new Date(tuesday.getTime() + 60_000)),
        new Date(tuesday.getTime() + 60_000),
      ),
    ).toBe(true)
    expect(
      Object.keys(
        openDataKeys(
          record.id,
          await database().requestKey.findMany({ where: { requestId: record.id } }),
        ),
      ),
    ).toHaveLength(3)
  })

  it('accounts for every bytes column: wrapped, sealed, hashed or public', async () => {
    const known = {
      wrapped: wrappedValues.map(({ table, column }) => `${table}.${column}`),
      sealed: [
        'request.sealed_identifiers',
        'request.sealed_personal',
        'request_event.sealed_identifiers',
        'request_event.sealed_personal',
        'question.sealed',
        'document_page.sealed',
        'upload_part.sealed',
        'notice.sealed',
        'idempotent_call.sealed',
      ],
      hashes: [
        'request.number_hash',
        'request_event.previous_hash',
        'request_event.hash',
        'search_token.token',
        'one_time_code.hash',
        'recovery_code.hash',
        'api_key.hash',
        'account_link.hash',
        'guide_preview_link.key_hash',
        'audit_entry.hash',
        'idempotent_call.hash',
      ],
      open: ['picture.bytes', 'passkey.public_key'],
    }
    const { rows } = await withClient(owner(), (client) =>
      client.query(
        `select table_name || '.' || column_name as name from information_schema.columns
          where table_schema = 'public' and data_type = 'bytea'
          and table_name not in ('archived_event', 'every_event') order by 1`,
      ),
    )
    expect(rows.map(({ name }) => name)).toEqual(Object.values(known).flat().sort())
  })
})

describe('the key of the search', () => {
  it('is replaced, also after an interruption; searches and slips still work', async () => {
    const [one, two] = [
      await opened({
        phoneNumber: '13700330011',
        holder: {
          name: '端木甲',
          document: { type: 'passport', number: 'E45645645', country: 'CN' },
        },
      }),
      await opened({ phoneNumber: '13700330012' }),
    ]
    const { code: slip } = await slipSecrets(one.id, 1)
    const keys = await database().requestKey.findMany({ where: { requestId: two.id } })
    const spoilt = keys.map((row) => ({ ...row, wrapped: new Uint8Array(row.wrapped).fill(7) }))
    for (const { requestId, class: keyClass, wrapped } of spoilt)
      await database().requestKey.update({
        where: { requestId_class: { requestId, class: keyClass } },
        data: { wrapped },
      })
    await expect(replaceSearchKey(() => {})).rejects.toThrow()
    expect(await database().installationKey.count({ where: { name: 'search-next' } })).toBe(1)
    for (const { requestId, class: keyClass, wrapped } of keys)
      await database().requestKey.update({
        where: { requestId_class: { requestId, class: keyClass } },
        data: { wrapped },
      })
    expect(await replaceSearchKey(() => {})).toBeGreaterThan(1)
    expect(await database().installationKey.count({ where: { name: 'search-next' } })).toBe(0)
    for (const words of ['13700330011', '0011', '端木', '木甲'])
      expect((await found(words)).length, words).toBeGreaterThan(0)
    expect(await slipSecretFits(one.id, 1, slip)).toBe(true)
    expect(
      await openRequest({
        actor: await staff(),
        input: someInput({ phoneNumber: '13700330012' }),
        now: tuesday,
      }),
    ).toMatchObject({ ok: false, refusal: { unmet: ['no_live_request'] } })
  })
})

describe('the head of all histories', () => {
  it('is the same for a moment whenever it is computed, unless an earlier event is gone', async () => {
    const later = new Date(tuesday.getTime() + 1000)
    const record = await opened({}, tuesday)
    const head = await headOf(later)
    await opened({}, new Date(later.getTime() + 1000))
    expect(await headOf(later)).toEqual(head)
    await withClient(owner(), async (client) => {
      await client.query('alter table request_event disable trigger user')
      await client.query('delete from request_event where request_id = $1', [record.id])
      await client.query('alter table request_event enable trigger user')
    })
    expect((await headOf(later)).hash).not.toBe(head.hash)
  })
})
