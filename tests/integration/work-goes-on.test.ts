// Work on many requests goes on for minutes: whoever began it and may no longer do it stops there.
import { describe, expect, it, vi } from 'vitest'
import { accountOfSession } from '@/lib/accounts/sessions/queries'
import { beginSession, endSession, lockSession } from '@/lib/accounts/sessions/commands'
import { createAccount } from '@/lib/accounts/commands'
import { currentViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { residentId } from '@/lib/ops/seed/demo-people'
import { POST as work } from '@/app/api/requests/bulk/route'
import { POST as takeIn } from '@/app/api/requests/import/route'
import { opened } from '../factories/requests'

vi.mock('@/lib/auth/viewer', () => ({ currentViewer: vi.fn() }))

const many = 12
let serial = 10
/** A clerk of the demo store who is signed in. */
async function clerk() {
  serial += 1
  const email = `goes-on-${serial}@example.test`
  const password = 'a password of a clerk'
  const made = await createAccount({ email, name: 'x', password, role: 'staff', storeCode: 'demo' })
  if (!made.ok) throw new Error(made.refusal.code)
  const where = { browser: '', address: '' }
  const sessionId = await beginSession(made.value.id, 'password', false, where, new Date())
  vi.mocked(currentViewer).mockImplementation(() => accountOfSession(sessionId, new Date()))
  return { id: made.value.id, sessionId }
}
type Clerk = Awaited<ReturnType<typeof clerk>>

const header = 'cardType,channel,carrier,region,phoneNumber,holderName,documentType,documentNumber'
/** A file of requests taken on paper, each with another number. */
function paper() {
  serial += 1
  const rows = Array.from({ length: many }, (_, place) => {
    const number = `1380${String(serial * 100 + place).padStart(7, '0')}`
    const holder = `柳测试,resident_id,${residentId(place + 1)}`
    return `sim,in_store,china-mobile,CN-SH,${number},${holder},13912345678,cost,是`
  })
  return [`${header},contactPhone,reason,consent`, ...rows].join('\n')
}
const imported = async () => {
  const address = 'http://desk.test/?store=demo'
  return takeIn(new Request(address, { method: 'POST', body: paper() }))
}
const claimed = async () => {
  const records = await Promise.all(Array.from({ length: many }, () => opened()))
  const rows = records.map(({ reference, version }) => ({ reference, version }))
  const body = JSON.stringify({ act: 'claim', chosen: { rows } })
  const headers = { 'content-type': 'application/json' }
  return work(new Request('http://desk.test/', { method: 'POST', body, headers }))
}

/** What became of all, where `happens` after the first was done. */
async function linesOf(answer: Response, happens: () => Promise<unknown>) {
  expect(answer.status).toBe(200)
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  let text = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (!text) await happens()
    text += new TextDecoder().decode(part.value)
  }
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { done: boolean; code?: string })
}

const disabled = ({ id }: Clerk) =>
  database().account.update({ where: { id }, data: { disabledAt: new Date() } })
const signedOut = ({ id, sessionId }: Clerk) => endSession(id, sessionId)
const dismissed = ({ id }: Clerk) => database().membership.deleteMany({ where: { accountId: id } })

describe.each([
  ['an import', imported],
  ['bulk work', claimed],
] as const)('%s', (_, begin) => {
  it.each([
    ['is disabled', disabled],
    ['is signed out', signedOut],
    ['loses the role', dismissed],
  ] as const)('stops when the clerk %s', async (__, happens) => {
    const who = await clerk()
    const lines = await linesOf(await begin(), () => happens(who))
    expect(lines).toHaveLength(many)
    // One is made ahead of what is read.
    expect(lines.filter(({ done }) => done).length).toBeLessThanOrEqual(3)
    expect(lines.at(-1)).toMatchObject({ done: false, code: 'right_ended' })
  })

  it('goes on when the screen locks meanwhile', async () => {
    const who = await clerk()
    const lines = await linesOf(await begin(), () => lockSession(who.sessionId, new Date()))
    expect(lines.filter(({ done }) => done)).toHaveLength(many)
  })
})
