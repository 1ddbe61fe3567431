import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callerByKey } from '@/lib/api/keys/queries'
import { createKey, revokeKey } from '@/lib/api/keys/commands'
import { isPublicAddress } from '@/lib/api/webhooks/address'
import { deliverWebhook, mostTries } from '@/lib/api/webhooks/deliver'
import { addWebhook, removeWebhook } from '@/lib/api/webhooks/commands'
import { makeMove, noteStep } from '@/lib/writer'
import { database } from '@/lib/db/client'
import { must, opened, staff, tuesday } from '../factories/requests'

type Heard = { headers: Record<string, string>; body: string }
const heard: Heard[] = []
let status = 200
const server = createServer((request, response) => {
  let body = ''
  request
    .on('data', (part) => (body += part))
    .on('end', () => {
      heard.push({ headers: request.headers as Record<string, string>, body })
      response
        .writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/elsewhere' } : {})
        .end()
    })
})
let url = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
})
afterAll(() => void server.close())
beforeEach(() => {
  heard.length = 0
  status = 200
})

const keyOf = async (storeCodes: string[]) => {
  const made = await createKey(
    null,
    { name: 'hooks', role: 'staff', storeCodes, fullNumber: false },
    tuesday,
  )
  if (!made.ok) throw new Error(made.refusal.code)
  const caller = await callerByKey(made.value.text, tuesday)
  return { text: made.value.text, id: caller?.id ?? '' }
}
const subscribed = async (accountId: string) => {
  const made = await addWebhook(accountId, url, true, tuesday)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}
const deliveriesOf = (webhookId: string) =>
  database().webhookDelivery.findMany({ where: { webhookId }, orderBy: { id: 'asc' } })

describe('a webhook', () => {
  it("hears of each change of its key's stores, signed, and of nothing personal", async () => {
    const { id: account } = await keyOf(['demo'])
    const { id, secret } = await subscribed(account)
    const record = await opened()
    must(
      await makeMove({
        actor: await staff(),
        seen: { reference: record.reference },
        move: 'withdraw',
        input: {},
        now: tuesday,
      }),
    )
    const deliveries = await deliveriesOf(id)
    expect(deliveries).toHaveLength(2)
    for (const delivery of deliveries)
      expect(await deliverWebhook(delivery.id, true, new Date())).toBe('sent')
    expect(heard).toHaveLength(2)
    const [first, second] = heard.map(({ headers, body }) =>
      new Webhook(secret).verify(body, headers),
    ) as { type: string; data: object }[]
    expect(first).toMatchObject({
      type: 'request.open',
      data: { reference: record.reference, event: 1 },
    })
    expect(second).toMatchObject({
      type: 'request.withdraw',
      data: { event: 2, state: 'withdrawn' },
    })
    expect(heard[0]?.headers['webhook-id']).toBe(deliveries[0]?.id)
    expect(heard.map(({ body }) => body).join()).not.toMatch(/柳测试|1380013/)
    expect(() =>
      new Webhook(secret).verify(
        heard[0]?.body.replace('open', 'shut') ?? '',
        heard[0]?.headers ?? {},
      ),
    ).toThrow()
    expect(await deliverWebhook(deliveries[0]?.id ?? '', true, new Date())).toBeNull()
  })

  it('is retried under its id and given up after ten attempts, or at once when gone', async () => {
    const { id: account } = await keyOf(['demo'])
    const { id } = await subscribed(account)
    await opened()
    const [delivery] = await deliveriesOf(id)
    status = 503
    for (let tries = 1; tries < mostTries; tries += 1)
      await expect(deliverWebhook(delivery?.id ?? '', true, new Date())).rejects.toThrow('503')
    expect(await deliverWebhook(delivery?.id ?? '', true, new Date())).toBe('dead')
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(heard).toHaveLength(mostTries)
    for (const [code, outcome] of [
      [302, 'rejected'],
      [410, 'dead'],
    ] as const) {
      await opened()
      const next = (await deliveriesOf(id)).at(-1)
      status = code
      const went = deliverWebhook(next?.id ?? '', true, new Date())
      if (outcome === 'rejected') await expect(went).rejects.toThrow('302')
      else expect(await went).toBe('dead')
    }
  })

  it('gets nothing once its key is revoked, it is ended, or its address is forbidden', async () => {
    const { id: account } = await keyOf(['demo'])
    const { id } = await subscribed(account)
    await opened()
    await opened()
    const [one, other] = await deliveriesOf(id)
    expect(await deliverWebhook(one?.id ?? '', false, new Date())).toBe('dead')
    await revokeKey((await staff()).id, account, tuesday)
    expect(await deliverWebhook(other?.id ?? '', true, new Date())).toBe('skipped')
    expect(await removeWebhook(account, id)).toBe(true)
    expect(heard).toEqual([])
    await opened()
    expect(await deliveriesOf(id)).toHaveLength(2)
  })
})

describe('an address that may be called', () => {
  it.each([
    ['93.184.216.34', true],
    ['2606:4700::1', true],
    ['127.0.0.1', false],
    ['10.0.0.1', false],
    ['172.16.0.1', false],
    ['192.168.0.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['::1', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:127.0.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['64:ff9b::7f00:1', false],
    ['nonsense', false],
  ])('%s: %s', (address, may) => expect(isPublicAddress(address)).toBe(may))
})

describe('a listener of the hub (TMF622)', () => {
  it('hears of changes of state alone, as the standard tells them', async () => {
    const { id: account } = await keyOf(['demo'])
    const made = await addWebhook(account, url, true, tuesday, 'tmf622')
    if (!made.ok) throw new Error(made.refusal.code)
    const record = await opened()
    must(
      await noteStep({
        actor: await staff(),
        seen: { reference: record.reference },
        step: 'advice',
        input: { accountsUnbound: true, cannotBeUndone: true },
        now: tuesday,
      }),
    )
    must(
      await makeMove({
        actor: await staff(),
        seen: { reference: record.reference },
        move: 'withdraw',
        input: {},
        now: tuesday,
      }),
    )
    const went = []
    for (const { id } of await deliveriesOf(made.value.id))
      went.push(await deliverWebhook(id, true, new Date()))
    expect(went).toEqual(['sent', 'skipped', 'sent'])
    expect(heard.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
      { eventType: 'ProductOrderStateChangeEvent' },
      { event: { productOrder: { id: record.reference, state: 'cancelled' } } },
    ])
  })
})
