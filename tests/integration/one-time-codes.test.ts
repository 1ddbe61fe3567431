// One-time codes through the actions that send and take them: at the counter, where one makes sure
// of a contact, and on the customer's page, where one opens what the last four digits do not.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as customer from '@/app/[locale]/(public)/status/[reference]/actions'
import * as counter from '@/app/[locale]/(desk)/requests/[reference]/contact/actions'
import { statusPassFor } from '@/lib/auth/status-pass'
import { amendRequest, confirmContact } from '@/lib/writer'
import { lookUpStatus, openSlipLink } from '@/lib/cancellation/queries/look-up'
import { slipSecrets } from '@/lib/cancellation/crypto/slip-secrets'
import { database } from '@/lib/db/client'
import { type FormState, idle } from '@/lib/forms/form-state'
import { sendNotice } from '@/lib/notices/outbox/commands'
import { passFor } from '../factories/passes'
import { must, opened, someInput, staff } from '../factories/requests'

const jar = new Map<string, { value: string }>()
const browser = vi.hoisted(() => ({ address: '203.0.113.7', viewer: null as unknown }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string) => jar.set(name, { value }),
  }),
  headers: async () => new Headers({ 'x-forwarded-for': browser.address }),
}))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'zh-CN' }))
vi.mock('@/lib/auth/viewer', () => ({ currentViewer: async () => browser.viewer }))
vi.mock('@/lib/i18n/redirect', () => ({ redirect: () => ({ status: 'done' }) }))

const freshTries = () => database().$executeRaw`delete from attempt`
beforeEach(async () => {
  jar.clear()
  browser.viewer = await staff()
  await freshTries()
})

const now = new Date()
let serial = 0
/** A request whose contact was made sure of, looked at from the customer's browser. */
async function followed() {
  serial += 1
  const contact = { phone: `+86137007${String(70000 + serial)}` }
  const { id, reference, slip } = await opened({ contact }, now)
  await passFor(reference, 'phone')
  return { id, reference, contact, ...(await slipSecrets(id, slip.serial)) }
}
const madeSure = async (reference: string) =>
  must(await confirmContact({ actor: await staff(), reference, how: 'code', now }))

type Action = (before: FormState, form: FormData) => Promise<FormState>
function call(action: Action, reference: string, code?: string) {
  const form = new FormData()
  form.set('$reference', reference)
  if (code !== undefined) form.set('code', code)
  return action(idle, form)
}

/** The code that was sent last, as the customer reads it. */
async function lastCode(requestId: string) {
  const last = { requestId, kind: 'one_time_code' }
  const notice = await database().notice.findFirstOrThrow({ where: last, orderBy: { id: 'desc' } })
  const texts: string[] = []
  const send = async ({ text }: { text: string }) => void texts.push(text)
  await sendNotice(notice.id, now, { text: { send } })
  return texts[0]?.match(/\d{6}/)?.[0] ?? ''
}
const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const wrong = { status: 'invalid', errors: { code: 'code_wrong' } }
const usedUp = { status: 'invalid', errors: { code: 'codes_used_up' } }

describe('a one-time code', () => {
  it('is void once a newer one was sent for the same purpose', async () => {
    const { id, reference } = await followed()
    await call(counter.sendContactCode, reference)
    const first = await lastCode(id)
    await call(counter.sendContactCode, reference)
    const second = await lastCode(id)
    expect(await call(counter.enterContactCode, reference, first)).toEqual(wrong)
    expect(await call(counter.enterContactCode, reference, second)).toEqual({ status: 'done' })

    await call(customer.askForCode, reference)
    const third = await lastCode(id)
    await call(customer.askForCode, reference)
    const fourth = await lastCode(id)
    expect(await call(customer.enterCode, reference, third)).toEqual(wrong)
    expect(await call(customer.enterCode, reference, fourth)).toEqual({ status: 'done' })
    expect(await statusPassFor(reference)).toBe('slip')
  })

  it('works for its purpose only', async () => {
    const { id, reference } = await followed()
    await call(counter.sendContactCode, reference)
    const toConfirm = await lastCode(id)
    expect(await call(customer.enterCode, reference, toConfirm)).toEqual(wrong)
    expect(await statusPassFor(reference)).toBe('phone')
    expect(await call(counter.enterContactCode, reference, toConfirm)).toEqual({ status: 'done' })

    await call(customer.askForCode, reference)
    const toOpen = await lastCode(id)
    expect(await call(counter.enterContactCode, reference, toOpen)).toEqual(wrong)
    expect(await call(customer.enterCode, reference, toOpen)).toEqual({ status: 'done' })
  })

  it('is void once the contact that it was sent to has changed', async () => {
    const { id, reference } = await followed()
    await madeSure(reference)
    await call(customer.askForCode, reference)
    const code = await lastCode(id)
    const elsewhere = someInput({ contact: { phone: '+8613900139002' } })
    must(await amendRequest({ actor: await staff(), seen: { reference }, input: elsewhere, now }))
    await passFor(reference, 'slip')
    expect(await call(customer.enterCode, reference, code)).toEqual(wrong)
  })

  it('allows 50 wrong guesses in a request’s life; then link and slip still open it', async () => {
    const { id, reference, code: slipCode, link } = await followed()
    await madeSure(reference)
    await call(customer.askForCode, reference)
    const code = await lastCode(id)
    const answers: FormState[] = []
    for (let turn = 0; turn < 60; turn += 1) {
      browser.address = `198.51.100.${turn}`
      await freshTries()
      answers.push(await call(customer.enterCode, reference, another(code)))
    }
    expect(answers.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => wrong))
    expect(answers.slice(50)).toEqual(Array.from({ length: 10 }, () => usedUp))
    expect(await call(customer.enterCode, reference, code)).toEqual(usedUp)
    const refused = { status: 'refused', code: 'codes_used_up' }
    expect(await call(customer.askForCode, reference)).toEqual(refused)
    const from = new Headers({ 'x-forwarded-for': '203.0.113.7' })
    expect(await lookUpStatus(reference, slipCode, from, now)).toMatchObject({ answer: 'opens' })
    expect(await openSlipLink(reference, link, now)).not.toBeNull()
  })

  it('used up on the customer’s page does not block codes at the counter', async () => {
    const { id, reference } = await followed()
    await call(counter.sendContactCode, reference)
    const code = await lastCode(id)
    for (let turn = 0; turn < 60; turn += 1) {
      await freshTries()
      await call(customer.enterCode, reference, another(code))
    }
    expect(await call(counter.enterContactCode, reference, code)).toEqual({ status: 'done' })
  })

  it('counts wrong ones, not right ones', async () => {
    const { id, reference } = await followed()
    await madeSure(reference)
    for (let turn = 0; turn < 55; turn += 1) {
      await freshTries()
      await call(customer.askForCode, reference)
      const code = await lastCode(id)
      expect(await call(customer.enterCode, reference, code)).toEqual({ status: 'done' })
    }
  })

  it('counts concurrent guesses each', async () => {
    const { id, reference } = await followed()
    await madeSure(reference)
    await call(customer.askForCode, reference)
    const code = await lastCode(id)
    for (let turn = 0; turn < 47; turn += 1) {
      await freshTries()
      await call(customer.enterCode, reference, another(code))
    }
    await freshTries()
    const typed = () => call(customer.enterCode, reference, another(code))
    const answers = await Promise.all([typed(), typed(), typed(), typed(), typed()])
    expect(answers.filter(({ status }) => status === 'invalid')).toHaveLength(5)
    expect(answers.map((answer) => JSON.stringify(answer)).sort()).toEqual(
      [usedUp, usedUp, wrong, wrong, wrong].map((answer) => JSON.stringify(answer)).sort(),
    )
  })

  it('is sent to a contact ten times a day, not counting the counter’s', async () => {
    const contact = { phone: '+8613700799999' }
    const requests = await Promise.all([1, 2, 3, 4, 5].map(() => opened({ contact }, now)))
    const answers: FormState[] = []
    for (const { reference } of requests) {
      await madeSure(reference)
      await passFor(reference, 'phone')
      for (let turn = 0; turn < 3; turn += 1) {
        answers.push(await call(customer.askForCode, reference))
      }
    }
    const tooMany = { status: 'refused', code: 'too_many_codes' }
    expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => ({ status: 'done' })))
    expect(answers.slice(10)).toEqual(Array.from({ length: 5 }, () => tooMany))
    const { reference } = await opened({ contact }, now)
    expect(await call(counter.sendContactCode, reference)).toEqual({ status: 'done' })
    expect(await database().attempt.count({ where: { key: { contains: '99999' } } })).toBe(0)
  })
})
