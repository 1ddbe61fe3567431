import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as statusLines } from '@/app/api/status/[reference]/events/route'
import { type PassKind, grantStatusPass, statusPassFor } from '@/lib/auth/status-pass'
import { openSlipLink } from '@/lib/cancellation/queries/look-up'
import { statusAccess } from '@/lib/cancellation/queries/status'
import { amendRequest, confirmContact, reissueSlip } from '@/lib/writer'
import { slipSecrets } from '@/lib/cancellation/crypto/slip-secrets'
import { database } from '@/lib/db/client'
import type { Stream } from '@/lib/live/stream'
import { sendCode, spendCode } from '@/lib/notices/codes/commands'
import { sendNotice } from '@/lib/notices/outbox/commands'
import { passFor } from '../factories/passes'
import { must, opened, someInput, staff, tuesday } from '../factories/requests'

type Opening = { beat(stream: Stream): Promise<void> }
const openings = new Map<string, Opening>()
const agree = (ticket: string, opening: Opening) => {
  openings.set(ticket, opening)
  return 200
}
Object.assign(globalThis, { deskStreams: { agree } })

const jar = new Map<string, { value: string }>()
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string) => jar.set(name, { value }),
  }),
}))
beforeEach(() => jar.clear())

const contact = { phone: '+8613900139001' }
const elsewhere = { phone: '+8613900139002' }

async function letIn(by: Parameters<typeof passFor>[1]) {
  const { reference } = await opened({ contact })
  await passFor(reference, by)
  const amend = async (change: Parameters<typeof someInput>[0]) =>
    must(
      await amendRequest({
        actor: await staff(),
        seen: { reference },
        input: someInput(change),
        now: tuesday,
      }),
    )
  const opens = (): Promise<PassKind | null> => statusPassFor(reference)
  const replaceSlip = async () =>
    must(await reissueSlip({ actor: await staff(), reference, now: tuesday }))
  return { amend, opens, replaceSlip }
}

it.each([
  ['phone', 'phone'],
  ['code', 'slip'],
] as const)(
  'a pass by the %s ends when the contact becomes another, and only then',
  async (by, kind) => {
    const { amend, opens, replaceSlip } = await letIn(by)
    await replaceSlip()
    await amend({ contact, reason: 'privacy' })
    expect(await opens()).toBe(kind)
    await amend({ contact: elsewhere })
    expect(await opens()).toBeNull()
  },
)

it('a pass from the slip ends with the slip, whatever happens to the contact', async () => {
  const { amend, opens, replaceSlip } = await letIn('slip')
  await amend({ contact: elsewhere })
  expect(await opens()).toBe('slip')
  await replaceSlip()
  expect(await opens()).toBeNull()
})

describe('a pass is of what was compared', () => {
  /** A request of which one way in has been compared, and is replaced before the pass is given. */
  async function made() {
    const { id, reference, slip } = await opened({ contact })
    const secrets = await slipSecrets(id, slip.serial)
    const replaceSlip = async () =>
      must(await reissueSlip({ actor: await staff(), reference, now: tuesday }))
    const mendContact = async () => {
      const input = someInput({ contact: elsewhere })
      must(await amendRequest({ actor: await staff(), seen: { reference }, input, now: tuesday }))
    }
    return { id, reference, ...secrets, replaceSlip, mendContact }
  }
  const given = <T>(compared: T | null): T => {
    if (compared === null) throw new Error('it does not open')
    return compared
  }

  it('a slip’s code that is replaced meanwhile opens nothing', async () => {
    const { reference, code, replaceSlip } = await made()
    const compared = given(await statusAccess(reference, code, tuesday))
    await replaceSlip()
    await grantStatusPass(reference, compared)
    expect(await statusPassFor(reference)).toBeNull()
  })

  it('nor does its link', async () => {
    const { reference, link, replaceSlip } = await made()
    const compared = given(await openSlipLink(reference, link, tuesday))
    await replaceSlip()
    await grantStatusPass(reference, compared)
    expect(await statusPassFor(reference)).toBeNull()
  })

  it('nor do the last four digits of a contact that is mended meanwhile', async () => {
    const { reference, mendContact } = await made()
    const compared = given(await statusAccess(reference, '9001', tuesday))
    await mendContact()
    await grantStatusPass(reference, compared)
    expect(await statusPassFor(reference)).toBeNull()
  })

  it('nor does a code that came to such a contact', async () => {
    const { id, reference, mendContact } = await made()
    must(await confirmContact({ actor: await staff(), reference, how: 'code', now: tuesday }))
    await sendCode(id, 'open', tuesday)
    const notice = await database().notice.findFirstOrThrow({
      where: { requestId: id, kind: 'one_time_code' },
    })
    const texts: string[] = []
    const send = async ({ text }: { text: string }) => void texts.push(text)
    await sendNotice(notice.id, tuesday, { text: { send } })
    const spent = await spendCode(id, 'open', texts[0]?.match(/\d{6}/)?.[0] ?? '', tuesday)
    await mendContact()
    await grantStatusPass(reference, { by: 'code', version: spent.ok ? spent.value.contact : 0 })
    expect(spent.ok).toBe(true)
    expect(await statusPassFor(reference)).toBeNull()
  })

  it('a slip and digits that were not replaced give a pass', async () => {
    const { reference, code, link } = await made()
    for (const compared of [
      await statusAccess(reference, code, tuesday),
      await openSlipLink(reference, link, tuesday),
    ]) {
      jar.clear()
      await grantStatusPass(reference, given(compared))
      expect(await statusPassFor(reference)).toBe('slip')
    }
    await grantStatusPass(reference, given(await statusAccess(reference, '9001', tuesday)))
    expect(await statusPassFor(reference)).toBe('phone')
  })
})

describe('a line of live updates', () => {
  afterEach(() => void vi.useRealTimers())

  it('ends with the pass that opened it, not half an hour after it was opened', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: tuesday })
    const minutesOn = (minutes: number) => vi.setSystemTime(tuesday.getTime() + minutes * 60_000)
    const { reference } = await opened({ contact })
    await passFor(reference, 'slip')
    minutesOn(29)
    const asked = new Request('http://desk/', { headers: { 'x-desk-stream': 'a ticket' } })
    expect((await statusLines(asked, { params: Promise.resolve({ reference }) })).ok).toBe(true)
    const said: string[] = []
    const say = (what: string) => void said.push(what)
    const stream: Stream = { send: say, end: () => say('end') }
    await openings.get('a ticket')?.beat(stream)
    minutesOn(31)
    await openings.get('a ticket')?.beat(stream)
    expect(said).toEqual(['beat', 'end'])
  })
})
