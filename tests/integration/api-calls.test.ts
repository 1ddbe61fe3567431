// Calls of the API against the database, without a browser: what is asked before a body is read,
// and what a first answer that is given again must still be allowed to say.
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { callerByKey } from '@/lib/api/keys/queries'
import { createKey } from '@/lib/api/keys/commands'
import { addWebhook } from '@/lib/api/webhooks/commands'
import { database } from '@/lib/db/client'
import { createStore } from '@/lib/stores/commands'
import { POST as open } from '@/app/api/v1/requests/route'
import { POST as sendDocument } from '@/app/api/v1/requests/[reference]/documents/route'
import { plainPhoto } from '../factories/files'
import { opened, someInput } from '../factories/requests'

vi.mock('@/lib/api/words', () => ({
  languageAsked: () => 'en',
  problemDocument: async (_: string, problem: object) => problem,
  faultWords: async () => String,
}))

let elsewhere = ''
const far = { nameZh: '远', nameEn: 'Far', addressZh: '远', addressEn: 'Far', phone: '1' }
beforeAll(async () => {
  const made = await createStore({ code: 'far', region: 'CN-SH', ...far })
  if (!made.ok) throw new Error(made.refusal.code)
  elsewhere = made.value.id
})

async function newKey(storeCode: string) {
  const asked = { name: 'x', role: 'staff', storeCodes: [storeCode], fullNumber: false } as const
  const made = await createKey(null, asked, new Date())
  if (!made.ok) throw new Error(made.refusal.code)
  const caller = await callerByKey(made.value.text, new Date())
  return { text: made.value.text, id: caller?.id ?? '' }
}
type Key = Awaited<ReturnType<typeof newKey>>

/** A file that says how much of it was read. */
function counted(parts: Uint8Array[]) {
  let read = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const part = parts[read]
        read += 1
        if (part) controller.enqueue(part)
        else controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  return { body, read: () => read }
}
type Body = RequestInit['body']
const send = (key: Key, reference: string, body: Body, type?: string, once?: string) =>
  sendDocument(
    new Request('http://desk.test/', {
      method: 'POST',
      body,
      duplex: 'half',
      headers: {
        authorization: `Bearer ${key.text}`,
        ...(type && { 'content-type': type }),
        ...(once && { 'idempotency-key': once }),
      },
    } as RequestInit),
    { params: Promise.resolve({ reference }) },
  )

describe('a document', () => {
  it('of another store’s request, or of none, is not read', async () => {
    const [key, { reference }] = [await newKey('far'), await opened()]
    for (const named of [reference, '23456789ABCD']) {
      const sent = counted([Buffer.from('x')])
      const type = 'multipart/form-data; boundary=x'
      expect((await send(key, named, sent.body, type)).status).toBe(404)
      expect(sent.read()).toBe(0)
    }
  })
})

describe('a first answer that is given again', () => {
  /** Moves the key to the other store, and back. */
  const works = (key: Key, storeId: string) =>
    database().membership.updateMany({ where: { accountId: key.id }, data: { storeId } })

  it('is not given for a request that the key can no longer see', async () => {
    const key = await newKey('demo')
    const input = someInput()
    const request = () =>
      open(
        new Request('http://desk.test/', {
          method: 'POST',
          body: JSON.stringify(input),
          headers: {
            authorization: `Bearer ${key.text}`,
            'content-type': 'application/json',
            'idempotency-key': 'one',
          },
        }),
        { params: Promise.resolve({}) },
      )
    const first = await request()
    expect(first.status).toBe(201)
    const body = await first.text()
    await works(key, elsewhere)
    const again = await request()
    expect([again.status, await again.json()]).toEqual([404, { problem: 'not_found' }])
    const { id } = await database().store.findUniqueOrThrow({ where: { code: 'demo' } })
    await works(key, id)
    const back = await request()
    expect([back.status, await back.text()]).toEqual([201, body])
  })

  it('is not given for such a document either when the first process died', async () => {
    const [key, { reference }] = [await newKey('demo'), await opened()]
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(await plainPhoto(60, 40))]))
    form.set('material', 'payment_proof')
    expect((await send(key, reference, form, undefined, 'one')).status).toBe(201)
    await database().idempotentCall.updateMany({
      where: { accountId: key.id },
      data: { sealed: null, requestId: null, aliveAt: new Date(0) },
    })
    await works(key, elsewhere)
    expect((await send(key, reference, form, undefined, 'one')).status).toBe(404)
  })
})

describe('webhooks of one key', () => {
  it('are limited to twenty, also when created at once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id } = await newKey('demo')
      const add = () => addWebhook(id, 'http://127.0.0.1:1/hook', true, new Date())
      for (let count = 0; count < 19; count += 1) expect((await add()).ok).toBe(true)
      const made = await Promise.all(Array.from({ length: 6 }, add))
      expect(made.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await database().webhook.count({ where: { accountId: id } })).toBe(20)
    }
  })
})
