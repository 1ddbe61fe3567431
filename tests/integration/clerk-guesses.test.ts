// A clerk, or a key, that tries numbers and slips of other stores: they are soon told no more,
// and nobody else feels it.
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountById } from '@/lib/accounts/queries'
import { createAccount } from '@/lib/accounts/commands'
import { createKey } from '@/lib/api/keys/commands'
import { currentViewer } from '@/lib/auth/viewer'
import type { Preflight } from '@/lib/cancellation/queries/preflight'
import { slipSecrets } from '@/lib/cancellation/crypto/slip-secrets'
import { database } from '@/lib/db/client'
import { idle } from '@/lib/forms/form-state'
import { makeReference } from '@/lib/domain/identifiers/reference'
import { createStore } from '@/lib/stores/commands'
import { rateLimits } from '@/lib/rate-limits/limits'
import { displaceNumber, takeOver } from '@/app/[locale]/(desk)/requests/transfer/actions'
import { POST as check } from '@/app/api/requests/check/route'
import { POST as move } from '@/app/api/v1/requests/[reference]/moves/route'
import { opened, staff } from '../factories/requests'

vi.mock('@/lib/auth/viewer', () => ({ currentViewer: vi.fn() }))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }))
vi.mock('@/lib/i18n/redirect', () => ({ redirect: () => ({ status: 'done' }) }))
vi.mock('@/lib/api/words', () => ({
  languageAsked: () => 'en',
  problemDocument: async (_: string, problem: object) => problem,
  faultWords: async () => String,
}))

const far = { nameZh: '远', nameEn: 'Far', addressZh: '远', addressEn: 'Far', phone: '1' }
beforeAll(async () => void (await createStore({ code: 'far', region: 'CN-SH', ...far })))
beforeEach(async () => void (await database().$executeRaw`delete from attempt`))

let serial = 0
/** A clerk of a store where none of the requests is. */
async function clerk() {
  serial += 1
  const email = `guesses-${serial}@example.test`
  const password = 'a password of a clerk'
  const made = await createAccount({ email, name: 'x', password, role: 'staff', storeCode: 'far' })
  if (!made.ok) throw new Error(made.refusal.code)
  const account = await accountById(made.value.id)
  if (!account) throw new Error('no account')
  const acts = <T>(work: () => Promise<T>) => {
    vi.mocked(currentViewer).mockResolvedValue({ ...account, asleep: null } as never)
    return work()
  }
  const form = (fields: Record<string, string>) => {
    const filled = new FormData()
    for (const [name, value] of Object.entries(fields)) filled.set(name, value)
    return filled
  }
  return {
    checks: (phoneNumber: string, more: Record<string, string> = {}) =>
      acts(async () => {
        const body = form({ phoneNumber, ...more })
        const answer = await check(new Request('http://desk.test/', { method: 'POST', body }))
        return (await answer.json()) as Preflight
      }),
    displaces: (phoneNumber: string, matched = true) =>
      acts(() =>
        displaceNumber(idle, form({ phoneNumber, 'otherHolderMatched:boolean': String(matched) })),
      ),
    takes: (reference: string, fields: Record<string, string>) =>
      acts(() => takeOver(idle, form({ reference, store: 'far', ...fields }))),
  }
}

async function made() {
  serial += 1
  const phoneNumber = `1370077${String(1000 + serial)}`
  const { id, reference, slip } = await opened({ phoneNumber })
  return { phoneNumber, reference, slipCode: (await slipSecrets(id, slip.serial)).code }
}
const numberOf = (turn: number) => `1370088${String(1000 + turn)}`

describe('a clerk who checks one number after another', () => {
  it('no longer learns of live requests; colleagues do, and the form keeps working', async () => {
    const [attacker, colleague, { phoneNumber }] = [await clerk(), await clerk(), await made()]
    expect((await attacker.checks(phoneNumber)).live).toEqual({ reference: null })
    for (let turn = 0; turn < rateLimits.number_check.points; turn += 1) {
      await attacker.checks(numberOf(turn))
    }
    const after = await attacker.checks(phoneNumber)
    expect(after.live).toBeNull()
    expect(after.warnings).toEqual({ phoneNumber: 'live_unchecked' })
    expect(after.errors).not.toEqual({})
    expect((await colleague.checks(phoneNumber)).live).toEqual({ reference: null })
  })

  it('is not counted for a number already checked, and learns nothing', async () => {
    const [honest, { phoneNumber }] = [await clerk(), await made()]
    for (let turn = 0; turn <= rateLimits.number_check.points; turn += 1)
      expect((await honest.checks(phoneNumber, { $numberChecked: 'true' })).live).toBeNull()
    expect((await honest.checks(phoneNumber)).live).toEqual({ reference: null })
  })

  it('gets the reference only of a request that they may open', async () => {
    const [stranger, { phoneNumber, reference }] = [await clerk(), await made()]
    expect((await stranger.checks(phoneNumber)).live).toEqual({ reference: null })
    const own = await staff()
    vi.mocked(currentViewer).mockResolvedValue({ ...own, asleep: null } as never)
    const body = new FormData()
    body.set('phoneNumber', phoneNumber)
    const answer = await check(new Request('http://desk.test/', { method: 'POST', body }))
    expect(((await answer.json()) as Preflight).live).toEqual({ reference })
  })

  it('still learns that a number is invalid', async () => {
    const attacker = await clerk()
    for (let turn = 0; turn <= rateLimits.number_check.points; turn += 1) await attacker.checks('1')
    const { phoneNumber } = await made()
    expect((await attacker.checks(phoneNumber)).live).toEqual({ reference: null })
  })
})

describe('the verdict of the counter', () => {
  const path = {
    store: 'demo',
    carrier: 'china-broadnet',
    region: 'CN-AH',
    cardType: 'sim',
    channel: 'in_store',
  }

  it('says whether it can be done today, why not, and what to bring', async () => {
    const by = await clerk()
    const { today } = await by.checks('', path)
    expect(today).toMatchObject({ can: true, because: [], closed: null })
    expect(today?.bring.map(({ id }) => id)).toContain('card')
    const online = await by.checks('', { ...path, channel: 'online' })
    expect(online.today).toMatchObject({ can: false, because: ['channel_offered'] })
    const kept = await by.checks('', { ...path, 'keepNumber:boolean': 'true', $open: 'arrears' })
    expect(kept.today?.because).toEqual(['number_not_kept', 'obligations_clear'])
    const agent = await by.checks('', { ...path, 'applicant.relation': 'agent' })
    expect(agent.today?.because).toEqual(['applicant_allowed'])
  })

  it('is given of no path that is not known, and asks for nothing that is not', async () => {
    const by = await clerk()
    for (const wrong of [
      { carrier: '' },
      { region: 'CN-QQ' },
      { store: 'nowhere' },
      { channel: 'x' },
    ])
      expect((await by.checks('', { ...path, ...wrong })).today).toBeNull()
    const odd = await by.checks('', { ...path, $open: 'nothing', $special: 'nothing' })
    expect(odd.today).toMatchObject({ can: true })
  })
})

describe('a clerk who has other stores’ numbers made void', () => {
  it('learns nothing of a number before ticking that the identity matched', async () => {
    const [attacker, { phoneNumber }] = [await clerk(), await made()]
    for (const number of [phoneNumber, numberOf(1)]) {
      expect(await attacker.displaces(number, false)).toMatchObject({
        status: 'refused',
        code: 'unmet',
        unmet: ['other_holder_matched'],
      })
    }
  })

  it('may do so a few times an hour; colleagues are not affected', async () => {
    const [attacker, colleague, { phoneNumber }] = [await clerk(), await clerk(), await made()]
    for (let turn = 0; turn < rateLimits.displace.points; turn += 1) {
      expect(await attacker.displaces(numberOf(turn))).toMatchObject({ code: 'not_found' })
    }
    for (const number of [phoneNumber, numberOf(1)]) {
      expect(await attacker.displaces(number)).toMatchObject({ code: 'tried_too_often' })
    }
    expect(await colleague.displaces(phoneNumber)).toEqual({ status: 'done' })
  })
})

describe('a clerk who takes over requests', () => {
  it('may try slip codes and references a few times an hour; colleagues are not affected', async () => {
    const [attacker, colleague, request] = [await clerk(), await clerk(), await made()]
    const { reference, slipCode } = request
    for (let turn = 0; turn < rateLimits.take_over.points; turn += 1) {
      const other = makeReference(Buffer.from(`guess ${turn}`.padEnd(32)))
      const tried = turn % 2 ? other : reference
      expect((await attacker.takes(tried, { slipCode: 'ZZZZZZ' })).status).toBe('refused')
    }
    for (const tried of [reference, makeReference(Buffer.alloc(32))]) {
      expect(await attacker.takes(tried, { slipCode })).toMatchObject({ code: 'tried_too_often' })
    }
    expect(await colleague.takes(reference, { slipCode })).toEqual({ status: 'done' })
  })

  it('may take over any number of requests whose slips are shown', async () => {
    const honest = await clerk()
    for (let turn = 0; turn <= rateLimits.take_over.points; turn += 1) {
      const { reference, slipCode } = await made()
      expect(await honest.takes(reference, { slipCode })).toEqual({ status: 'done' })
    }
  })
})

it('limits slip codes tried by an API key; other keys are not affected', async () => {
  const keyText = async () => {
    const asked = { name: 'x', role: 'staff', storeCodes: ['far'], fullNumber: false } as const
    const key = await createKey(null, asked, new Date())
    if (!key.ok) throw new Error(key.refusal.code)
    return key.value.text
  }
  const takes = async (key: string, reference: string, slipCode: string) => {
    const request = new Request('http://desk.test/', {
      method: 'POST',
      body: JSON.stringify({ move: 'transfer', slipCode }),
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'if-match': '"1"',
      },
    })
    return (await move(request, { params: Promise.resolve({ reference }) })).status
  }
  const [attacker, other] = [await keyText(), await keyText()]
  const { reference, slipCode } = await made()
  for (let turn = 0; turn < rateLimits.take_over.points; turn += 1) {
    expect(await takes(attacker, reference, 'ZZZZZZ')).toBe(422)
  }
  expect(await takes(attacker, reference, slipCode)).toBe(429)
  expect(await takes(other, reference, slipCode)).toBe(200)
})
