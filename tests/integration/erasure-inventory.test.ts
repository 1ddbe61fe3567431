import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runOnce, Logger } from 'graphile-worker'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { once } from '@/lib/api/idempotency/commands'
import { createKey } from '@/lib/api/keys/commands'
import { addWebhook } from '@/lib/api/webhooks/commands'
import { placesOf } from '@/lib/cancellation/rules/documents'
import { openDataKeys } from '@/lib/cancellation/crypto/encrypted-fields'
import { addDocument, eraseRequest, makeMove, noteLook, noteStep, openRequest } from '@/lib/writer'
import { nameParts, tokenBytes } from '@/lib/cancellation/rules/search-words'
import { database } from '@/lib/db/client'
import { keyedHash } from '@/lib/db/keyed-hash'
import { personHashes } from '@/lib/db/person-hashes'
import { addPart, startUpload } from '@/lib/documents/uploads/commands'
import { keepDraft } from '@/lib/drafts/commands'
import { log } from '@/lib/log'
import { sendCode } from '@/lib/notices/codes/commands'
import { publishedRevision } from '@/lib/guide/queries/published'
import { withClient } from '@/lib/ops/database/roles'
import { erasuresIn } from '@/lib/ops/ledgers/erasures'
import { freePort } from '@/lib/ops/start/free-port'
import { taskList } from '@/lib/ops/jobs/task-list'
import { walkPhase } from '@/lib/ops/seed/demo-walk'
import { sweepErased } from '@/lib/ops/database/sweep'
import { answerQuestion, takeQuestion } from '@/lib/questions/commands'
import { type TableOfInventory, inventory, sweptTables } from '@/lib/retention/inventory'
import { smtpServer } from '../factories/gateways'
import { must, reviewer, someInput, staff, tuesday } from '../factories/requests'
import { removeScratch, scratchFolder } from '../factories/scratch-folder'
import { everything, filesIn, standing } from './erasure/everything'

const logged = vi.hoisted(() => [] as string[])
vi.mock('@/lib/log', async (original) => {
  const { logOptions } = await original<typeof import('@/lib/log')>()
  return { logOptions, log: pino(logOptions, { write: (line: string) => void logged.push(line) }) }
})

const { superuser: server, masterKey } = inject('cluster')
const owner = () => process.env.MIGRATION_DATABASE_URL ?? ''
// The superuser's address of this file's own database.
const superuser = () => Object.assign(new URL(server), { pathname: new URL(owner()).pathname }).href
const asked = async <R extends object>(url: string, sql: string, values: unknown[] = []) =>
  withClient(url, async (client) => (await client.query<R>(sql, values)).rows)

const folder = scratchFolder('erasure')
let smtp: Awaited<ReturnType<typeof smtpServer>>
beforeAll(async () => {
  smtp = await smtpServer()
  Object.assign(process.env, {
    SMTP_URL: smtp.url,
    MAIL_FROM: 'desk@example.test',
    WEBHOOKS_ALLOW_PRIVATE: '1',
    HEADS_FILE: join(folder, 'heads'),
    ERASURES_FILE: join(folder, 'erasures'),
  })
})
afterAll(async () => {
  await smtp.close()
  removeScratch(folder)
})

describe('the inventory', () => {
  it('names every column of every table that there is, each once', async () => {
    const columns = await asked<{ name: string }>(
      superuser(),
      `
      select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname
        || '.' || a.attname as name
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname not like 'pg_%' and n.nspname <> 'information_schema'`,
    )
    const named = Object.entries(inventory as Record<string, TableOfInventory>).flatMap(
      ([table, { erasure: _, ...held }]) =>
        Object.values(held)
          .flat()
          .map((column) => `${table}.${String(column)}`),
    )
    expect(named.sort()).toEqual(columns.map(({ name }) => name).sort())
  })

  it('says of every table with something personal what an erasure does to it', () => {
    for (const [table, held] of Object.entries(inventory as Record<string, TableOfInventory>)) {
      const personal = held.key ?? held.sealed ?? held.master ?? held.hash ?? held.passing
      expect(personal === undefined || held.erasure !== undefined, table).toBe(true)
    }
  })
})

const [number, contactPhone, email, name, document] = [
  '13700550055',
  '13900550056',
  'mark.left@customer.test',
  '尉迟留痕',
  'E55667788',
]
const callPhone = '13700556677'
const account = '6222020200998877664'
const bank = { owner: name, bank: '独有的开户行', account }
const [words, answer, carrierReference] = ['独有的字句甲', '独有的答复乙', 'CARRIER-MARK-5']
const [page, part] = [randomBytes(400), randomBytes(400)]

const marks = async () => {
  const hash = await keyedHash()
  const e164 = `+86${number}`
  const tokens = {
    number: hash('token|number', e164),
    last4: hash('token|last4', e164.slice(-4)),
    document: hash('token|document', document),
    ...Object.fromEntries(
      nameParts(name).map((each) => [`name ${each}`, hash('token|name', each)]),
    ),
  }
  const texts = {
    number,
    contactPhone,
    callPhone,
    email,
    name,
    document,
    words,
    answer,
    carrierReference,
    account,
    iccid: '89860112345678901237',
  }
  return {
    ...Object.fromEntries(Object.entries(texts).map(([mark, text]) => [mark, Buffer.from(text)])),
    page: page.subarray(100, 160),
    upload: part.subarray(100, 160),
    'hash of the number': hash('number', e164),
    ...Object.fromEntries(
      (await personHashes([number, contactPhone, email])).map((each, place) => [
        `hash of a person ${place}`,
        Buffer.from(each),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(tokens).map(([mark, token]) => [
        `token of ${mark}`,
        Buffer.from(tokenBytes(token)),
      ]),
    ),
  }
}

/** Runs what is queued, as the jobs process does; each job once. */
const runJobs = () =>
  runOnce({
    connectionString: process.env.DIRECT_DATABASE_URL,
    taskList,
    noHandleSignals: true,
    logger: new Logger(
      () => (level, message) => void log[level === 'warning' ? 'warn' : level](message),
    ),
  })

/** Leaves the marks wherever the product's doors put what a customer says. */
async function plant() {
  const [clerk, judge] = [await staff(), await reviewer()]
  const key = await createKey(
    null,
    { name: 'k', role: 'staff', storeCodes: ['demo'], fullNumber: true, reason: 'review' },
    new Date(),
  )
  if (!key.ok) throw new Error(key.refusal.code)
  const { accountId } = await database().apiKey.findFirstOrThrow()
  await addWebhook(accountId, `http://127.0.0.1:${await freePort()}/hook`, true, tuesday)

  const input = someInput({
    phoneNumber: number,
    holder: { name, document: { type: 'passport', number: document, country: 'GB' } },
    card: { iccid: '89860112345678901237' },
    contact: { phone: `+86${contactPhone}`, email },
    channel: 'online',
    carrier: 'china-telecom',
    region: 'CN-GD',
  })
  const call = ['POST', '/api/v1/requests', JSON.stringify(input)]
  let reference = ''
  const answered = await once(
    { id: accountId, memberships: (await staff()).memberships },
    'marked',
    call,
    new Date(),
    async () => {
      reference = must(await openRequest({ actor: clerk, input, now: tuesday })).reference
      return {
        status: 201,
        body: JSON.stringify({ reference, phoneNumber: `+86${number}` }),
        headers: {},
        began: true,
      }
    },
    () => Promise.reject(new Error('not asked')),
  )
  expect(answered).toMatchObject({ status: 201 })
  const row = await database().request.findUniqueOrThrow({ where: { reference } })
  const seen = { reference }

  const { id } = clerk as { id: string }
  await keepDraft(id, `requests/${reference}/amend`, [['holder.name', name]], tuesday)
  await keepDraft(
    id,
    'requests/new',
    [
      ['phoneNumber', number],
      ['holder.name', name],
    ],
    tuesday,
  )
  const record = row.record as unknown as Parameters<typeof walkPhase>[1]
  must(await walkPhase(clerk, record, 'before_review', tuesday))
  must(
    await noteStep({
      actor: clerk,
      seen,
      step: 'balance',
      input: { amount: '12.80', route: 'bank_transfer', destination: bank, words },
      now: tuesday,
    }),
  )
  must(
    await noteStep({
      actor: clerk,
      seen,
      step: 'carrier_submission',
      input: {
        carrierReference,
        submittedOn: '2026-03-10',
        submittedAt: '10:00',
        passwordTypedByHolder: true,
        callOn: 'other',
        callPhone,
      },
      now: tuesday,
    }),
  )
  const { content: guide } = await publishedRevision(row.revisionId)
  const [place] = placesOf({ guide, record })
  if (!place) throw new Error('nothing to photograph')
  must(
    await addDocument({
      actor: clerk,
      reference,
      document: { id: randomUUID(), ...place, pages: [page] },
      now: tuesday,
    }),
  )
  const upload = {
    id: randomUUID(),
    requestId: row.id,
    ...place,
    byCustomer: true,
    length: part.length + 1,
  }
  await startUpload(upload, tuesday)
  await addPart(upload.id, 0, part)
  await sendCode(row.id, 'confirm', tuesday)

  must(await makeMove({ actor: clerk, seen, move: 'submit', input: {}, now: tuesday }))
  must(
    await makeMove({
      actor: judge,
      seen,
      move: 'ask',
      input: { items: [{ step: place.step, words }] },
      now: tuesday,
    }),
  )
  must(
    await makeMove({
      actor: clerk,
      seen,
      move: 'supply',
      input: { answers: [{ step: place.step, words }] },
      now: tuesday,
    }),
  )
  must(
    await noteLook({
      actor: judge,
      reference,
      look: { what: 'reveal', reason: 'review' },
      now: tuesday,
    }),
  )
  must(
    await makeMove({
      actor: judge,
      seen,
      move: 'reject',
      input: { reason: 'identity_not_matched', words },
      now: tuesday,
    }),
  )

  const stores = [row.storeId]
  for (const [requestId, more] of [
    [row.id, {}],
    [null, { contact: email, quoted: reference }],
    [null, { contact: contactPhone }],
    [null, { words: `${words} ${number}` }],
  ] as const) {
    const { number: asked } = await takeQuestion(
      { kind: 'complaint', words, ...more },
      requestId,
      tuesday,
    )
    const question = await database().question.findUniqueOrThrow({ where: { number: asked } })
    expect(await answerQuestion(id, [...stores], question.id, answer, tuesday)).toMatchObject({
      ok: true,
    })
  }
  smtp.refuse(451, `4.7.1 <${email}>: try again later`)
  await runJobs()
  return { reference, requestId: row.id }
}

describe('an erasure', () => {
  it('leaves no trace in any table, file or log, even for the holder of the master key', async () => {
    const master = Buffer.from(masterKey, 'base64url')
    const { reference, requestId } = await plant()
    const wanted = await marks()
    const before = standing(wanted, await everything(superuser(), master))
    // The search finds each of them where it stood: what it does not find afterwards is gone.
    for (const mark of Object.keys(wanted))
      expect(
        before.some((each) => each.startsWith(`${mark}: `)),
        mark,
      ).toBe(true)
    for (const table of [
      'draft',
      'question',
      'idempotent_call',
      'notice',
      'search_token',
      'document_page',
      'upload_part',
      'request_event',
    ])
      expect(
        before.some((each) => each.includes(`public.${table}.`) || each.includes(`${table}.`)),
        table,
      ).toBe(true)
    const wrapped = await database().requestKey.findMany({ where: { requestId } })
    expect(Object.keys(openDataKeys(requestId, wrapped))).toHaveLength(3)

    must(await eraseRequest({ actor: await reviewer(), reference, now: tuesday }))
    await taskList.write_head?.({}, {} as never)
    await runJobs()
    expect(erasuresIn(join(folder, 'erasures')).length).toBeGreaterThan(2)
    expect(readdirSync(folder).sort()).toEqual(['erasures', 'heads'])

    expect(standing(wanted, await everything(superuser(), master))).toEqual([])
    expect(logged.join('')).toContain('451 4.7.1')
    expect(
      standing(wanted, [
        { place: 'the log', bytes: Buffer.from(logged.join('')) },
        ...filesIn(folder),
      ]),
    ).toEqual([])
    const [{ data_directory: data } = { data_directory: '' }] = await asked<{
      data_directory: string
    }>(superuser(), 'show data_directory')
    expect(
      standing(wanted, [
        { place: 'postgres.log', bytes: readFileSync(join(data, '../postgres.log')) },
      ]),
    ).toEqual([])

    // A deleted row stays in the file's page until the table is written anew: the request's keys,
    // wrapped, do.
    const keys = Object.fromEntries(wrapped.map((row) => [row.class, Buffer.from(row.wrapped)]))
    const pages = async () => {
      await asked(superuser(), 'checkpoint')
      const [{ folder: place } = { folder: '' }] = await asked<{ folder: string }>(
        superuser(),
        "select 'base/' || oid as folder from pg_database where datname = current_database()",
      )
      return filesIn(join(data, place))
    }
    expect(standing(keys, await pages())).not.toEqual([])
    expect(await sweepErased(owner())).toEqual({ tables: sweptTables, checkpoint: false })
    expect(standing({ ...keys, ...wanted }, await pages())).toEqual([])
  })
})
