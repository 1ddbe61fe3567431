// Signal 9 to the web, the jobs and PostgreSQL at random moments of a running load: nothing
// acknowledged is lost, nothing is done twice.
import { setTimeout as wait } from 'node:timers/promises'
import { withClient } from '@/lib/ops/database/roles'
import { plainPhoto } from '../factories/files'
import { textServer } from '../factories/gateways'
import { trialDesk } from './desk'
import type { Trial } from './trial'

const lines = 4
const documentsEach = 2
type Done = { number: string; reference: string }

export const kills: Trial = {
  name: 'kills',
  what: 'kill -9 of web, jobs and PostgreSQL under a load of requests, uploads, moves and notices',
  small: 20,
  usual: 200,
  async run(size) {
    const gateway = await textServer()
    const desk = await trialDesk(2, {
      variables: { SMS_GATEWAY_URL: gateway.url, WEBHOOKS_ALLOW_PRIVATE: '1' },
    })
    const broken: string[] = []
    const done: Done[] = []
    let over = false
    try {
      const { createKey } = await import('@/lib/api/keys/commands')
      const made = await createKey(
        null,
        {
          name: 'kills',
          role: 'staff',
          storeCodes: ['demo'],
          fullNumber: false,
          perMinute: 100_000,
        },
        new Date(),
      )
      if (!made.ok) throw new Error(made.refusal.code)
      const key = made.value.text
      const photo = await plainPhoto(60, 40)

      /** One call, again and again under one key until it is acknowledged. */
      const call = async (turn: number, path: string, body: () => RequestInit) => {
        const once = crypto.randomUUID()
        for (let tries = 0; tries < 400; tries += 1) {
          const { headers, ...init } = body()
          const answer = await fetch(`${desk.addresses[(turn + tries) % 2]}/api/v1${path}`, {
            method: 'POST',
            ...init,
            headers: {
              authorization: `Bearer ${key}`,
              'idempotency-key': once,
              ...(headers as Record<string, string>),
            },
            signal: AbortSignal.timeout(20_000),
          }).catch(() => null)
          if (answer && answer.status < 500 && answer.status !== 409) {
            const text = await answer.text().catch(() => null)
            if (text !== null)
              return {
                status: answer.status,
                body: JSON.parse(text) as { reference: string; version: number; type: string },
              }
          }
          await wait(150)
        }
        throw new Error(`${path} was never acknowledged`)
      }
      const json =
        (body: object, headers: Record<string, string> = {}) =>
        () => ({
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json', ...headers },
        })
      const file = () => {
        const form = new FormData()
        form.set('file', new Blob([new Uint8Array(photo)]), 'p.png')
        form.set('material', 'identity_document')
        return { body: form }
      }
      const people = (await import('@/lib/ops/seed/demo-people')).residentId
      const oneRequest = async (line: number, turn: number) => {
        const number = `137${String(10_000_000 + line * 100_000 + turn)}`
        const opened = await call(
          line,
          '/requests',
          json({
            store: 'demo',
            cardType: 'sim',
            channel: 'in_store',
            carrier: 'china-mobile',
            region: 'CN-SH',
            phoneNumber: number,
            holder: { name: '柳坚持', document: { type: 'resident_id', number: people(turn) } },
            contact: { phone: '+8613912345678' },
            reason: 'no_longer_needed',
            consent: true,
            keepNumber: false,
          }),
        )
        if (opened.status !== 201)
          return void broken.push(
            `${number}: opening was answered ${opened.status} ${opened.body.type}`,
          )
        const { reference } = opened.body
        for (let count = 0; count < documentsEach; count += 1) {
          const kept = await call(line, `/requests/${reference}/documents`, file)
          if (kept.status !== 201)
            broken.push(`${reference}: a document was answered ${kept.status} ${kept.body.type}`)
        }
        const version = 1 + documentsEach
        const moved = await call(
          line,
          `/requests/${reference}/moves`,
          json({ move: 'withdraw', reason: 'other' }, { 'if-match': `"${version}"` }),
        )
        if (moved.status !== 200)
          broken.push(`${reference}: withdrawing was answered ${moved.status} ${moved.body.type}`)
        done.push({ number, reference })
      }
      const load = Array.from({ length: lines }, async (_, line) => {
        for (let turn = 0; !over; turn += 1) await oneRequest(line, turn)
      })

      const killed: Record<string, number> = {}
      for (let count = 0; count < size; count += 1) {
        await wait(300 + Math.random() * 2000)
        const name = desk.names[Math.floor(Math.random() * desk.names.length)] ?? 'jobs'
        killed[name] = (killed[name] ?? 0) + 1
        await desk.kill(name)
        await desk.start(name)
      }
      over = true
      await Promise.all(load)
      broken.push(...(await whole(desk.urls, done, gateway.messages)))
      return {
        tried: `${size} kills (${Object.entries(killed)
          .map(([name, count]) => `${name} ${count}`)
          .join(
            ', ',
          )}), ${done.length} requests, ${done.length * documentsEach} uploads, ${gateway.messages.length} messages`,
        broken,
      }
    } finally {
      over = true
      await desk.stop()
      await gateway.close()
    }
  },
}

/**
 * What is wrong once the load is over: lost, doubled, half done, left in the queue, files without
 * rows or rows without files.
 */
async function whole(
  urls: { owner: string; jobs: string },
  done: readonly Done[],
  messages: readonly { id: string }[],
): Promise<string[]> {
  const wrong: string[] = []
  const left = () =>
    withClient(
      urls.jobs,
      async (client) =>
        (
          await client.query(
            `select task_identifier from graphile_worker.jobs
              where task_identifier in ('send_notice', 'deliver_webhook')
              and attempts < max_attempts`,
          )
        ).rows.length,
    )
  for (let waited = 0; (await left()) > 0; waited += 1) {
    if (waited > 240) {
      wrong.push(`${await left()} jobs are still in the queue`)
      break
    }
    await wait(500)
  }
  await withClient(urls.owner, async (client) => {
    for (const { reference } of done) {
      const {
        rows: [request],
      } = await client.query(
        'select id, state, version, record from request where reference = $1',
        [reference],
      )
      if (!request) {
        wrong.push(`${reference} was acknowledged and is not there`)
        continue
      }
      const { rows: events } = await client.query(
        'select type from request_event where request_id = $1 order by sequence',
        [request.id],
      )
      const types = events.map(({ type }) => type).join()
      const expected = [
        'open',
        ...Array.from({ length: documentsEach }, () => 'add_document'),
        'withdraw',
      ].join()
      if (types !== expected) wrong.push(`${reference}: ${types}`)
      const { rows: pages } = await client.query(
        `select distinct document_id::text as id from document_page where request_id = $1
          order by 1`,
        [request.id],
      )
      const stored = (request.record.documents as { id: string }[]).map(({ id }) => id).sort()
      if (pages.map(({ id }) => id).join() !== stored.join())
        wrong.push(
          `${reference}: its documents are ${stored.length}, its pages are of ${pages.length}`,
        )
    }
    const { rows: doubled } = await client.query(
      `select encode(number_hash, 'hex') as number from request where number_hash is not null
        group by 1 having count(*) > 1`,
    )
    for (const { number } of doubled)
      wrong.push(`two requests of one number (${number.slice(0, 8)})`)
    const { rows: notices } = await client.query(
      `select id::text, state, uncertain from notice n where exists (select from request r
        where r.id = n.request_id and r.reference = any($1))`,
      [done.map(({ reference }) => reference)],
    )
    const sent = new Map<string, number>()
    for (const { id } of messages) sent.set(id, (sent.get(id) ?? 0) + 1)
    for (const { id, state, uncertain } of notices) {
      const times = sent.get(id) ?? 0
      if (state !== 'sent' || times === 0)
        wrong.push(`notice ${id} is ${state}, and was sent ${times} times`)
      if (times > 1 && !uncertain)
        wrong.push(`notice ${id} was sent ${times} times and is not marked so`)
    }
  })
  const { verifiedHistories } = await import('@/lib/cancellation/queries/verified')
  for await (const { reference, fault } of verifiedHistories())
    if (fault) wrong.push(`${reference}: its history has a ${fault.kind}`)
  return wrong
}
