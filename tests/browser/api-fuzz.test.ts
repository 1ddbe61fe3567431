import fc from 'fast-check'
import { residentId } from '@/lib/ops/seed/demo-people'
import { client } from './api-client'
import { at, expect, test } from './counter'
import { command, makeStore } from './operator'

const each = Number(process.env.API_FUZZ ?? 150)
const store = 'api-fuzz'
const rows = () =>
  JSON.parse(command('tests/browser/count-rows', [store])) as {
    requests: number
    events: number
    webhooks: number
  }

const opening = {
  store,
  cardType: 'sim',
  channel: 'in_store',
  carrier: 'china-mobile',
  region: 'CN-BJ',
  phoneNumber: '13800220001',
  holder: { name: '糊测试', document: { type: 'resident_id', number: residentId(900) } },
  contact: { phone: '+8613912345678' },
  reason: 'cost',
  consent: true,
  keepNumber: false,
}
const facts = {
  step: 'materials',
  items: { identity_document: { state: 'present' }, card: { state: 'waived', words: '丢了' } },
}
const order = {
  channel: [{ id: 'in_store' }],
  relatedParty: [{ role: 'customer', name: '糊测试' }],
  productOrderItem: [
    {
      id: '1',
      action: 'delete',
      product: {
        productCharacteristic: [
          { name: 'store', value: store },
          { name: 'phoneNumber', value: '13800220003' },
          { name: 'consent', value: true },
        ],
      },
    },
  ],
}
const moves = { move: 'ask', items: [{ step: 'materials', words: '看不清' }] }

const hostile = fc.constantFrom<unknown>(
  '\u0000',
  '\ud800',
  'a\udfff',
  '<script>alert(1)</script>',
  "'; drop table request; --",
  '{{7*7}}',
  '%00',
  '9'.repeat(5000),
  -1,
  1e308,
  0.1,
  2 ** 53,
  true,
  null,
  [],
  {},
  [[[[[[[[[[[[[[1]]]]]]]]]]]]]],
  { $ne: 1 },
  { toString: 1 },
  '2026-02-30',
  '😀'.repeat(50),
)
const value = fc.oneof(
  hostile,
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

/** The paths of a body, each of which a mutation may strike. */
const pathsOf = (body: unknown, at: string[] = []): string[][] => [
  at,
  ...(typeof body === 'object' && body !== null
    ? Object.entries(body).flatMap(([key, child]) => pathsOf(child, [...at, key]))
    : []),
]

function changed(body: unknown, path: string[], change: (before: unknown) => unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return change(body)
  const copy = (Array.isArray(body) ? [...body] : { ...(body as object) }) as Record<
    string,
    unknown
  >
  copy[key] = changed(copy[key], rest, change)
  return copy
}

/** Bodies near a right one, and far from any, as they come over the line. */
const bodies = (right: object): fc.Arbitrary<string> => {
  const path = fc.constantFrom(...pathsOf(right))
  const mutated = fc
    .tuple(path, value)
    .map(([where, what]) => JSON.stringify(changed(right, where, () => what)))
  const widened = fc
    .tuple(path, fc.string({ maxLength: 12 }), value)
    .map(([where, name, what]) =>
      JSON.stringify(
        changed(right, where, (before) =>
          typeof before === 'object' && before !== null ? { ...before, [name]: what } : what,
        ),
      ),
    )
  const raw = fc.constantFrom(
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '1e999',
    '{"__proto__":{"admin":true}}',
    `${JSON.stringify(right).slice(0, -1)},"__proto__":{"x":1}}`,
    `${JSON.stringify(right).slice(0, -1)},"constructor":{"x":1}}`,
    '['.repeat(100_000),
    `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`,
    '\ufeff{}',
    '{"a":"\\u0000"}',
    '{"store":"\\ud800"}',
    `{"a":"${'x'.repeat(10 * 1024 * 1024)}"}`,
  )
  return fc.oneof(
    { weight: 6, arbitrary: mutated },
    { weight: 3, arbitrary: widened },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: raw },
  )
}

test('no body brings the API down, and a refused call changes nothing', async () => {
  test.setTimeout(400_000)
  makeStore(store, '糊厅', [])
  const key = command('lib/ops/commands/apikey-create', [
    '--role',
    'staff',
    '--store',
    store,
    '--per-minute',
    '600000',
  ]).trim()
  const [desk, tmf] = [client(key), client(key, at('/tmf-api/productOrderingManagement/v4'))]
  const { reference } = (await desk('POST', '/requests', opening)).body
  let version = 1
  let done = 0
  let hooks = 0
  const before = rows()
  const targets = [
    { method: 'POST', path: '/requests', right: { ...opening, phoneNumber: '13800220002' } },
    {
      method: 'PATCH',
      path: `/requests/${reference}`,
      right: { reason: 'privacy', contact: { email: 'a@example.test' }, holder: { name: '新名' } },
    },
    { method: 'POST', path: `/requests/${reference}/facts`, right: facts },
    { method: 'POST', path: `/requests/${reference}/moves`, right: moves },
    { method: 'POST', path: '/webhooks', right: { url: 'http://127.0.0.1:1/' } },
    { method: 'POST', path: '/productOrder', right: order },
  ]
  for (const { method, path, right } of targets) {
    for (const body of fc.sample(bodies(right), { numRuns: each, seed: 20_261_124 })) {
      const answer = await (path === '/productOrder' ? tmf : desk)(
        method,
        path,
        body,
        path.includes(reference) ? { 'if-match': `"${version}"` } : {},
      )
      expect(answer.status, `${method} ${path} ${body.slice(0, 300)} ${answer.text}`).toBeLessThan(
        500,
      )
      if (answer.status >= 300) continue
      if (path === '/webhooks') hooks += 1
      else done += 1
      if (path.includes(reference)) version = answer.body.version
    }
  }
  const after = rows()
  expect(after.events - before.events).toBe(done)
  expect(after.webhooks - before.webhooks).toBe(hooks)
  expect((await desk('GET', `/requests/${reference}`)).body.version).toBe(version)
})
