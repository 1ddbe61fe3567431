// A key that sees masked numbers, in the hands of somebody who wants whole ones: of a request that
// it lists it knows the first three and the last four digits, and tries the ten thousand between.
import { describe, expect, it, vi } from 'vitest'
import { callerByKey } from '@/lib/api/keys/queries'
import { createKey } from '@/lib/api/keys/commands'
import { database } from '@/lib/db/client'
import { residentId } from '@/lib/ops/seed/demo-people'
import { createStore } from '@/lib/stores/commands'
import { rateLimits } from '@/lib/rate-limits/limits'
import { countAttempt } from '@/lib/rate-limits/commands'
import { GET as list, POST as open } from '@/app/api/v1/requests/route'
import { PATCH as amend } from '@/app/api/v1/requests/[reference]/route'
import { POST as placeOrder } from '@/app/tmf-api/productOrderingManagement/v4/productOrder/route'
import { opened } from '../factories/requests'

// Words are made by Next's own request: here a problem is answered as it is.
vi.mock('@/lib/api/words', () => ({
  languageAsked: () => 'en',
  problemDocument: async (_: string, problem: object) => problem,
  faultWords: async () => String,
}))

type Made = { fullNumber?: boolean; storeCodes?: string[] }
async function keyText({ fullNumber = false, storeCodes = ['demo'] }: Made = {}) {
  const asked = { name: 'attacker', role: 'staff', storeCodes, perMinute: 6000 } as const
  const seeing = fullNumber ? ({ fullNumber, reason: 'identity' } as const) : { fullNumber }
  const made = await createKey(null, { ...asked, ...seeing }, new Date())
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value.text
}

type Route = (request: Request, context: { params: Promise<never> }) => Promise<Response>
type Answer = {
  problem?: string
  unmet?: string[]
  reference?: string
  faults?: object[]
  items?: { reference: string }[]
}
async function ask(route: Route, key: string, body?: object, more: RequestInit = {}, query = '') {
  const { reference } = (body ?? {}) as { reference?: string }
  const request = new Request(`http://desk.test/${query}`, {
    method: body ? 'POST' : 'GET',
    ...(body && { body: JSON.stringify(body) }),
    ...more,
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      ...(more.headers as Record<string, string>),
    },
  })
  const answer = await route(request, { params: Promise.resolve({ reference }) as never })
  return { status: answer.status, ...((await answer.json()) as Answer) }
}
const search = (key: string, q: string) =>
  ask(list, key, undefined, {}, `?q=${encodeURIComponent(q)}`)

let serial = 0
const body = (phoneNumber: string, change: object = {}) => {
  serial += 1
  return {
    store: 'demo',
    cardType: 'sim',
    channel: 'in_store',
    carrier: 'china-mobile',
    region: 'CN-SH',
    phoneNumber,
    reason: 'cost',
    consent: true,
    keepNumber: false,
    holder: { name: '柳测试', document: { type: 'resident_id', number: residentId(serial) } },
    contact: { phone: '+8613900139001' },
    ...change,
  }
}
/** A product order of TMF622 for a number. */
const order = (phoneNumber: string, consent: boolean) => ({
  channel: [{ id: 'in_store' }],
  relatedParty: [{ role: 'customer', name: '柳测试' }],
  productOrderItem: [
    {
      id: '1',
      action: 'delete',
      product: {
        productCharacteristic: Object.entries({
          store: 'demo',
          cardType: 'sim',
          carrier: 'china-mobile',
          region: 'CN-SH',
          phoneNumber,
          reason: 'cost',
          consent,
          keepNumber: false,
          holderDocumentType: 'resident_id',
          holderDocumentNumber: residentId(77),
          contactPhone: '+8613900139001',
        }).map(([name, value]) => ({ name, value })),
      },
    },
  ],
})

describe('a key that sees masked numbers', () => {
  it('finds nothing by a whole number in any spelling, but by other words', async () => {
    const { reference } = await opened({ phoneNumber: '13800990001' })
    const key = await keyText()
    const spellings = ['+8613800990001', '138 0099 0001', '138-0099-0001', '１３８００９９０００１']
    for (const q of ['13800990001', ...spellings, '13800990002']) {
      expect(await search(key, q), q).toEqual({
        status: 422,
        problem: 'invalid',
        faults: [{ pointer: '/q', code: 'whole_number_refused' }],
      })
    }
    for (const q of ['0001', '柳', reference]) {
      const { items } = await search(key, q)
      expect(
        items?.map((item) => item.reference),
        q,
      ).toContain(reference)
    }
    const { items } = await search(await keyText({ fullNumber: true }), '13800990001')
    expect(items).toMatchObject([{ reference }])
  })

  it('does not learn of a live request while another demand is unmet', async () => {
    await opened({ phoneNumber: '13800990011' })
    const key = await keyText()
    for (const phoneNumber of ['13800990011', '13800990012']) {
      const unmet = { status: 422, problem: 'unmet', unmet: ['consent_given'] }
      expect(await ask(open, key, body(phoneNumber, { consent: false }))).toEqual(unmet)
      expect(await ask(placeOrder, key, order(phoneNumber, false))).toEqual(unmet)
    }
  })

  it('learns of a live request, and of its reference at its own stores only', async () => {
    const far = { nameZh: '远', nameEn: 'Far', addressZh: '远', addressEn: 'Far', phone: '1' }
    await createStore({ code: 'far', region: 'CN-SH', ...far })
    const { reference } = await opened({ phoneNumber: '13800990021' })
    const told = { status: 409, problem: 'live_request', unmet: ['no_live_request'] }
    expect(await ask(open, await keyText(), body('13800990021'))).toEqual({ ...told, reference })
    const elsewhere = await keyText({ storeCodes: ['far'] })
    expect(await ask(open, elsewhere, body('13800990021', { store: 'far' }))).toEqual(told)
  })

  it('gets a few answers an hour, then none about any number; other keys are not affected', async () => {
    await opened({ phoneNumber: '13800990031' })
    const key = await keyText()
    const tell = (phoneNumber: string, turn: number, more: RequestInit = {}) =>
      turn % 2
        ? ask(open, key, body(phoneNumber), more)
        : ask(placeOrder, key, order(phoneNumber, true), more)
    for (let turn = 0; turn < rateLimits.api_live_number.points; turn += 1) {
      expect((await tell('13800990031', turn)).status).toBe(409)
    }
    for (const turn of [0, 1]) {
      for (const phoneNumber of ['13800990031', '13800990032']) {
        expect(await tell(phoneNumber, turn)).toMatchObject({ problem: 'too_many' })
      }
    }
    expect(await ask(open, await keyText(), body('13800990033'))).toMatchObject({ status: 201 })
  })

  it('can repeat a rate-limited call later under the same Idempotency-Key', async () => {
    const key = await keyText()
    const caller = await callerByKey(key, new Date())
    const counted = [['api_live_number', caller?.id ?? '']] as const
    while ((await countAttempt(counted)) === 0);
    const sent = body('13800990051')
    const once = { headers: { 'idempotency-key': 'later' } }
    expect(await ask(open, key, sent, once)).toMatchObject({ status: 429 })
    await database().$executeRaw`delete from attempt`
    expect(await ask(open, key, sent, once)).toMatchObject({ status: 201 })
  })

  it('cannot try more numbers by amending a request repeatedly', async () => {
    const { reference } = await opened({ phoneNumber: '13800990041' })
    const key = await keyText()
    const mend = (version: number, change: object) =>
      ask(
        amend,
        key,
        { reference, ...change },
        {
          method: 'PATCH',
          body: JSON.stringify(change),
          headers: { 'if-match': `"${version}"` },
        },
      )
    const { points } = rateLimits.api_live_number
    for (let turn = 1; turn <= points; turn += 1) {
      const mended = await mend(turn, { phoneNumber: `1380099${String(5000 + turn)}` })
      expect(mended).toMatchObject({ status: 200 })
    }
    expect(await mend(points + 1, { phoneNumber: '13800994999' })).toMatchObject({
      problem: 'too_many',
    })
    expect(await mend(points + 1, { reason: 'other' })).toMatchObject({ status: 200 })
  })

  it('learns nothing of the number by amending a contact, whatever version it sends', async () => {
    const { reference } = await opened({ phoneNumber: '13800990061' })
    const key = await keyText()
    const mend = (version: number, change: object) =>
      ask(
        amend,
        key,
        { reference, ...change },
        {
          method: 'PATCH',
          body: JSON.stringify(change),
          headers: { 'if-match': `"${version}"` },
        },
      )
    const { points } = rateLimits.api_live_number
    // The request's own number as its contact would be refused in words: a stale call hears of it
    // no more than of any other.
    for (const phone of ['13800990061', '13800990062']) {
      expect(await mend(99, { contact: { phone } })).toMatchObject({ status: 412 })
    }
    for (let turn = 0; turn < points; turn += 1) {
      const phone = `1380099${String(6100 + turn)}`
      await mend(1, { contact: { phone }, reason: 'no such reason' })
    }
    const guesses = ['13800990061', '13800990062']
    for (const phoneNumber of guesses) {
      expect(await mend(1, { phoneNumber })).toMatchObject({ problem: 'too_many' })
    }
  })

  it('may open any number of requests', async () => {
    const key = await keyText()
    for (let turn = 0; turn <= rateLimits.api_live_number.points; turn += 1) {
      expect(await ask(open, key, body(`1380098${1000 + turn}`))).toMatchObject({ status: 201 })
    }
  })
})
