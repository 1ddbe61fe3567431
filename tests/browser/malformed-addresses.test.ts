// Addresses that no link of the desk leads to: every page and route of the access table, with parts
// that cannot be decoded or hold a NUL, and with queries that nobody's form sends.
import type { AccessRule, AccessTable } from '@/lib/auth/access-table/access-rule'
import { pages } from '@/lib/auth/access-table/pages'
import { routes } from '@/lib/auth/access-table/routes'
import { type Permission, permissions } from '@/lib/domain/permissions'
import { at, expect, test } from './counter'
import { password } from './desk'
import { knock } from './access-table/call'
import { requestFor } from './access-table/samples'
import { signInAt } from './access-table/sign-in'
import { nothing } from './access-table/thing'

const parts = [
  '%25',
  '%2525',
  '%',
  '%E0%A4%A',
  '%ff',
  '%00',
  'x%00y',
  '__proto__',
  'constructor',
  '%F0%9F%98',
  '%5B%5D',
  '%2e%2e%2f',
]
const queryNames = [
  'q',
  'what',
  'cursor',
  'store',
  'day',
  'state',
  'view',
  'step',
  'history',
  'paper',
  'number',
  'before',
  'saved',
  'set',
  'relation',
  'circumstance',
  'year',
  'reference',
  'quoted',
  'error',
  'done',
  'carrier',
  'region',
  'cardType',
  'channel',
  'card',
  'keep',
  'receipt',
  'from',
  'to',
  'by',
  'locale',
  'place',
  'request',
  'limit',
  'updatedSince',
]
const values = ['%00', 'a%00b', '__proto__', 'constructor', '%25', '%ff', `${'9'.repeat(400)}`]
const dynamic = /\[+[.\w]+\]+/g
const people = ['staff', 'reviewer', 'admin'] as const
const nobody = { cookie: '', authorization: '' }

/**
 * Who is asked for: nobody, and somebody whom the table of doors lets in, so that it is rendered.
 */
const whoAsks = ([asks]: AccessRule, signedIn: Record<(typeof people)[number], typeof nobody>) => {
  const allowed = asks in permissions ? permissions[asks as Permission] : people
  const one = people.find((role) => (allowed as readonly string[]).includes(role))
  return one ? [nobody, signedIn[one]] : [nobody]
}

const withPart = (path: string, part: string) =>
  path.replace('/[locale]', '/en').replaceAll(dynamic, part)
const withQuery = (path: string, value: string) =>
  `${withPart(path, 'x')}?${queryNames.map((name) => `${name}=${value}`).join('&')}`
const twice = (path: string) =>
  `${withPart(path, 'x')}?${queryNames.map((name) => `${name}=a&${name}=b`).join('&')}`

const addresses = (table: AccessTable) =>
  Object.entries(table).flatMap(([door, row]) => {
    const path = door.split(' ').at(-1) ?? ''
    return [
      ...(path.replace('/[locale]', '').includes('[')
        ? parts.map((part) => ({ door, row, address: withPart(path, part) }))
        : []),
      ...values.map((value) => ({ door, row, address: withQuery(path, value) })),
      { door, row, address: twice(path) },
    ]
  })

async function cookies() {
  const [staff, reviewer, admin] = await Promise.all(
    people.map(async (name) => ({
      cookie: await signInAt(process.env.DESK_ADDRESS ?? '', `${name}@example.test`, password),
      authorization: '',
    })),
  )
  return { staff: staff ?? nobody, reviewer: reviewer ?? nobody, admin: admin ?? nobody }
}

test("a malformed address of any page gets the desk's own error page", async () => {
  test.setTimeout(400_000)
  const who = await cookies()
  const wrong: string[] = []
  for (const { row, address } of addresses(pages)) {
    for (const path of [address, ...(address.includes('%25') ? [`/en${address}`] : [])]) {
      const answers = await Promise.all(
        whoAsks(row, who).map((one) => knock(path, { method: 'GET' }, one)),
      )
      for (const { status, text } of answers) {
        if (status >= 500 || (status >= 400 && !text.startsWith('<!DOCTYPE html>')))
          wrong.push(`${status} ${path.slice(0, 90)} ${text.slice(0, 60)} ${row[0]}`)
      }
    }
  }
  expect([...new Set(wrong)]).toEqual([])
})

test("an address that cannot be decoded is not found, in the reader's language", async ({
  staff,
}) => {
  for (const [path, words] of [
    ['/requests/%25', '页面不存在'],
    ['/en/requests/%25', 'not'],
    ['/bags/%25', '页面不存在'],
    ['/requests/%', '页面不存在'],
    ['/%25', '页面不存在'],
  ] as const) {
    const answer = await staff.request.get(at(path))
    expect(answer.status(), path).toBe(404)
    expect(await answer.text(), path).toContain(words)
  }
})

test('a malformed address of a route causes no server error', async () => {
  test.setTimeout(200_000)
  const who = await cookies()
  const wrong: string[] = []
  for (const { door, row, address } of addresses(routes)) {
    if (row[0] === 'key' || door.includes('nextauth')) continue
    for (const one of whoAsks(row, who)) {
      const { status, text } = await knock(address, requestFor(door, nothing).init, one)
      if (status >= 500)
        wrong.push(`${status} ${door}: ${address.slice(0, 80)} ${text.slice(0, 80)}`)
    }
  }
  expect([...new Set(wrong)]).toEqual([])
})

const byKey = (row: AccessRule) => row[0] === 'key'
test('a malformed address of the API gets a problem document', async () => {
  const { keyOf } = await import('./api-client')
  const key = { cookie: '', authorization: `Bearer ${keyOf('staff')}` }
  const wrong: string[] = []
  for (const { door, row, address } of addresses(routes)) {
    if (!byKey(row)) continue
    const { status, text } = await knock(address, requestFor(door, nothing).init, key)
    if (status >= 500 || (status >= 400 && !text.includes('urn:cancellation-desk:problem:')))
      wrong.push(`${status} ${door}: ${address.slice(0, 80)} ${text.slice(0, 80)}`)
  }
  expect([...new Set(wrong)]).toEqual([])
})
