// Every operation is called once against the database, and its answer is checked against the
// documented schema; so is the answer to a repeated call whose process died in between.
import { beforeEach, expect, it, vi } from 'vitest'
import { operations } from '@/lib/api/endpoints'
import { createKey } from '@/lib/api/keys/commands'
import type { Operation } from '@/lib/api/operation'
import { orderOperations } from '@/lib/api/tmf/endpoints'
import { database } from '@/lib/db/client'
import { plainPhoto } from '../factories/files'
import { opened, someInput, submitted } from '../factories/requests'

vi.mock('@/lib/api/words', () => ({
  languageAsked: () => 'en',
  problemDocument: async (_: string, problem: object) => problem,
  faultWords: async () => String,
}))
vi.mock('@/lib/env', async (original) => {
  const env = await original<typeof import('@/lib/env')>()
  return { ...env, servingEnv: () => ({ ...env.servingEnv(), WEBHOOKS_ALLOW_PRIVATE: '1' }) }
})

type Sent = { params?: Record<string, string>; query?: string; body?: object; version?: number }

const request = async (version?: number): Promise<Sent> => {
  const { reference } = await opened()
  return { params: { reference }, ...(version && { version }) }
}
const hook = 'http://127.0.0.1:9/hook'
const characteristics = (input: ReturnType<typeof someInput>) => ({
  store: input.store,
  cardType: input.cardType,
  carrier: input.carrier,
  region: input.region,
  phoneNumber: input.phoneNumber,
  reason: input.reason,
  consent: input.consent,
  holderDocumentType: input.holder.document.type,
  holderDocumentNumber: input.holder.document.number,
  contactPhone: input.contact?.phone ?? '',
})
function order() {
  const input = someInput()
  const told = Object.entries(characteristics(input)).map(([name, value]) => ({ name, value }))
  return {
    channel: [{ id: input.channel }],
    relatedParty: [{ role: 'customer', name: input.holder.name }],
    productOrderItem: [{ id: '1', action: 'delete', product: { productCharacteristic: told } }],
  }
}
async function photo() {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(await plainPhoto(60, 40))]))
  form.set('material', 'payment_proof')
  return form
}
/** The id of a webhook that the key has. */
async function subscribed(): Promise<Sent> {
  const made = await call(byId('createWebhook'), { body: { url: hook } })
  return { params: { id: ((await made.json()) as { id: string }).id } }
}

/** One call of each operation that is answered with yes. */
const calls: Record<string, () => Promise<Sent> | Sent> = {
  createRequest: () => ({ body: someInput() }),
  listRequests: async () => {
    await opened()
    return {}
  },
  readRequest: request,
  listEvents: request,
  noteFact: async () => ({
    ...(await request(1)),
    body: { step: 'balance', amount: '0', route: 'none' },
  }),
  noteCall: async () => {
    const { reference, version } = await submitted({
      channel: 'online',
      carrier: 'china-telecom',
    })
    return { params: { reference }, version, body: { call: 'missed' } }
  },
  addDocument: async () => ({ ...(await request()), body: await photo() }),
  amendRequest: async () => ({ ...(await request(1)), body: { reason: 'cost' } }),
  makeMove: async () => ({
    ...(await request(1)),
    body: { move: 'withdraw', reason: 'changed_mind' },
  }),
  readGuide: () => ({ query: 'cardType=sim&channel=in_store&carrier=china-mobile&region=CN-SH' }),
  checkEligibility: () => ({
    query: 'cardType=sim&channel=online&carrier=china-unicom&region=CN-SH&store=demo',
  }),
  listCarriers: () => ({}),
  readWorkingDay: () => ({ query: 'from=2026-03-10&days=5' }),
  createWebhook: () => ({ body: { url: hook } }),
  listWebhooks: async () => {
    await subscribed()
    return {}
  },
  deleteWebhook: subscribed,
  tmfCreateOrder: () => ({ body: order() }),
  tmfReadOrder: async () => ({ params: { id: (await opened()).reference } }),
  tmfCancelOrder: async () => ({
    body: { productOrder: { id: (await opened()).reference }, cancellationReason: '改变主意' },
  }),
  tmfRegister: () => ({ body: { callback: hook } }),
  tmfRemove: subscribed,
}

const all = [...operations, ...orderOperations]
const byId = (name: string) => all.find(({ id }) => id === name) as Operation

let key = ''
beforeEach(async () => {
  const asked = { name: 'x', role: 'staff', storeCodes: ['demo'], perMinute: 6000 } as const
  const made = await createKey(null, { ...asked, fullNumber: true, reason: 'review' }, new Date())
  if (!made.ok) throw new Error(made.refusal.code)
  key = made.value.text
})

function call({ method, route }: Operation, sent: Sent, once?: string) {
  const { params = {}, query = '', body, version } = sent
  const form = body instanceof FormData
  return route(
    new Request(`http://desk.test/?${query}`, {
      method: method.toUpperCase(),
      ...(body && { body: form ? body : JSON.stringify(body) }),
      headers: {
        authorization: `Bearer ${key}`,
        ...(body && !form && { 'content-type': 'application/json' }),
        ...(version && { 'if-match': `"${version}"` }),
        ...(once && { 'idempotency-key': once }),
      },
    }),
    { params: Promise.resolve(params) },
  )
}

async function expectDescribed({ answers }: Operation, answer: Response) {
  const text = await answer.text()
  expect(Object.keys(answers), text).toContain(String(answer.status))
  const schema = answers[answer.status]?.schema
  if (schema) expect(schema.safeParse(JSON.parse(text)).error).toBeUndefined()
  else expect(text).toBe('')
}

it('each operation is called here', () => {
  expect(Object.keys(calls)).toEqual(all.map(({ id }) => id))
})

const named = (list: Operation[]) => list.map((operation) => [operation.id, operation] as const)

it.each(named(all))('%s answers as it is described', async (id, operation) => {
  await expectDescribed(operation, await call(operation, (await calls[id]?.()) ?? {}))
})

it.each(named(all.filter(({ method }) => method === 'post')))(
  '%s does so too where its process died before it could answer',
  async (id, operation) => {
    const sent = (await calls[id]?.()) ?? {}
    const first = await call(operation, sent, 'one')
    await expectDescribed(operation, first)
    await database().idempotentCall.updateMany({
      data: { answer: null, sealed: null, requestId: null, aliveAt: new Date(0) },
    })
    const again = await call(operation, sent, 'one')
    expect(again.status).toBe(first.status)
    expect(again.headers.has('location')).toBe(first.headers.has('location'))
    await expectDescribed(operation, again)
  },
)
