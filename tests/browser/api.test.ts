import { groupReference } from '@/lib/domain/identifiers/reference'
import { residentId } from '@/lib/ops/seed/demo-people'
import { pdf, photo } from '../factories/files'
import { client, keyOf, newKey } from './api-client'
import { confirm } from './confirm'
import { at, expect, test } from './counter'
import { command, makeStore } from './operator'
import { secondWeb } from './second'

let serial = 0
/** A body that opens a request; each of another number, whichever worker asks. */
const wish = (change: object = {}) => {
  serial += 1
  return {
    store: 'demo',
    cardType: 'sim',
    channel: 'in_store',
    carrier: 'china-mobile',
    region: 'CN-SH',
    phoneNumber: `1380${20 + test.info().workerIndex}${30_000 + serial}`,
    holder: {
      name: '接口测试',
      document: { type: 'resident_id', number: residentId(300 + serial) },
    },
    contact: { phone: '+8613912345678' },
    reason: 'no_longer_needed',
    consent: true,
    keepNumber: false,
    ...change,
  }
}
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })

test('records, reads, lists and amends a request; only permitted keys see full numbers', async () => {
  const [desk, whole] = [
    client(keyOf('staff')),
    client(newKey('staff', '--full-number', '--reason', 'review')),
  ]
  const body = wish()
  const made = await desk('POST', '/requests', body)
  expect(made.status).toBe(201)
  const { reference } = made.body
  expect(made.headers.get('location')).toBe(`/api/v1/requests/${reference}`)
  expect(made.headers.get('etag')).toBe('"1"')
  expect(made.body.phoneNumber).toBe(`138****${body.phoneNumber.slice(-4)}`)
  // The whole number is a look (L2): noted with the key's reason, and given nowhere else.
  const looked = await whole('GET', `/requests/${reference}`)
  expect(looked.body.phoneNumber).toBe(`+86${body.phoneNumber}`)
  const looks = await desk('GET', `/requests/${reference}/events`)
  expect(looks.body.items.at(-1)).toMatchObject({ type: 'reveal', facts: { reason: 'review' } })
  const listed = await whole('GET', `/requests?q=${reference}`)
  expect(JSON.stringify(listed.body)).not.toContain(body.phoneNumber)
  expect(made.body.moves.find(({ move }) => move === 'submit')).toMatchObject({
    allowed: false,
    unmet: expect.arrayContaining(['identity_matched']),
  })

  const mended = await desk(
    'PATCH',
    `/requests/${reference}`,
    { contact: { email: 'someone@example.test' }, holder: { name: '改名测试' } },
    ifMatch(1),
  )
  expect(mended.body.version).toBe(3)
  const events = await desk('GET', `/requests/${reference}/events?limit=1`)
  expect(events.body.items.map(({ type }) => type)).toEqual(['open'])
  expect(
    (await desk('GET', `/requests/${reference}/events?cursor=${events.body.next}`)).body.items.map(
      ({ type }) => type,
    ),
  ).toEqual(['reveal', 'amend'])
  expect(JSON.stringify(events.body)).not.toContain('接口测试')

  await desk('POST', '/requests', wish())
  const found: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof desk>> = await desk(
      'GET',
      `/requests?q=${encodeURIComponent('改名测试')}&limit=1${cursor && `&cursor=${cursor}`}`,
    )
    found.push(...page.body.items.map((item) => item.reference))
    cursor = page.body.next
  }
  expect(found).toEqual([reference])
  expect(
    (
      await desk(
        'GET',
        '/requests?state=open&carrier=china-mobile&store=demo&' +
          `updatedSince=${new Date(Date.now() - 60_000).toISOString()}`,
      )
    ).body.items.length,
  ).toBeGreaterThanOrEqual(2)
  expect((await desk('GET', '/requests?store=elsewhere')).body.items).toEqual([])
})

test("reports each fault at its field, in the caller's language", async () => {
  const desk = client(keyOf('staff'))
  const english = { 'accept-language': 'en-GB, zh;q=0.4' }
  const bad = await desk(
    'POST',
    '/requests',
    wish({
      holder: { name: '', document: { type: 'resident_id', number: '110105194912310021' } },
      colour: 'red',
      card: { iccid: '8986007031011209432X0', size: 1 },
    }),
    english,
  )
  expect(bad.status).toBe(422)
  expect(bad.headers.get('content-type')).toBe('application/problem+json')
  expect(bad.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(
    expect.arrayContaining([
      '/holder/name required',
      '/holder/document/number resident_id_check_failed',
      '/colour unknown_field',
      '/card/size unknown_field',
    ]),
  )
  expect(bad.body.errors.find(({ pointer }) => pointer === '/colour')?.detail).toBe(
    'There is no such field',
  )
  expect((await desk('POST', '/requests', wish({ consent: false }))).body).toMatchObject({
    type: 'urn:cancellation-desk:problem:unmet',
    unmet: ['consent_given'],
    detail: expect.stringContaining('客户未同意处理个人信息'),
  })
  expect(
    (await desk('POST', '/requests', wish({ store: 'elsewhere' }))).body.errors[0],
  ).toMatchObject({ pointer: '/store', code: 'store_not_yours' })
  expect((await desk('POST', '/requests', '{"store":')).status).toBe(400)
  expect(
    (await desk('POST', '/requests', 'store=demo', { 'content-type': 'text/plain' })).status,
  ).toBe(415)
  expect((await desk('POST', '/requests', `{"store":"${'x'.repeat(300_000)}"}`)).status).toBe(413)
  expect(
    (await desk('GET', '/requests?limit=0&colour=red')).body.errors
      .map(({ pointer }) => pointer)
      .sort(),
  ).toEqual(['/colour', '/limit'])

  const unusual = await desk('POST', '/requests', wish({ card: { iccid: '89860112345678901230' } }))
  expect(unusual.body.warnings).toMatchObject([
    { pointer: '/card/iccid', code: 'iccid_check_digit' },
  ])

  const body = wish()
  const { reference } = (await desk('POST', '/requests', body)).body
  const again = await desk('POST', '/requests', body)
  expect(again.status).toBe(409)
  expect(again.body.reference).toBe(reference)
})

test('a key gives access to its own scope and nothing else', async () => {
  makeStore('api-far', '远厅', [])
  const [desk, reviewer, far] = [
    client(keyOf('staff')),
    client(keyOf('reviewer')),
    client(
      command('lib/ops/commands/apikey-create', ['--role', 'staff', '--store', 'api-far']).trim(),
    ),
  ]
  const { reference } = (await desk('POST', '/requests', wish())).body
  const nobody = await client('desk_nobodys-key-nobodys-key')('GET', '/requests')
  expect(nobody.status).toBe(401)
  expect(nobody.headers.get('www-authenticate')).toBe('Bearer')
  expect((await reviewer('POST', '/requests', wish())).status).toBe(403)
  const noes = [
    await far('GET', `/requests/${reference}`),
    await far('GET', '/requests/222222222222'),
    await far('GET', '/requests/nonsense'),
    await far('GET', `/requests/${reference.slice(0, -1)}${reference.endsWith('2') ? '3' : '2'}`),
  ]
  expect(new Set(noes.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  expect(noes[0]?.status).toBe(404)
  expect(
    (await far('POST', `/requests/${reference}/moves`, { move: 'withdraw' }, ifMatch(1))).status,
  ).toBe(404)

  const slow = client(newKey('staff', '--per-minute', '3'))
  const answers = await Promise.all(Array.from({ length: 6 }, () => slow('GET', '/carriers')))
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(3)
  expect(
    Number(answers.find(({ status }) => status === 429)?.headers.get('retry-after')),
  ).toBeGreaterThan(0)
})

test('refuses an outdated version and a missing one', async () => {
  const desk = client(keyOf('staff'))
  const { reference } = (await desk('POST', '/requests', wish())).body
  const advice = { step: 'advice', accountsUnbound: true, cannotBeUndone: true }
  expect((await desk('POST', `/requests/${reference}/facts`, advice)).status).toBe(428)
  for (const wrong of ['7', 'W/"1"', '*', '"one"'])
    expect(
      (await desk('POST', `/requests/${reference}/facts`, advice, { 'if-match': wrong })).status,
    ).toBe(428)
  expect(
    (await desk('POST', `/requests/${reference}/facts`, advice, ifMatch(1))).body.version,
  ).toBe(2)
  const balance = { step: 'balance', amount: '1.00', route: 'cash' }
  for (const [path, body, method] of [
    ['facts', advice, 'POST'],
    ['facts', balance, 'POST'],
    ['moves', { move: 'withdraw' }, 'POST'],
    ['', { reason: 'cost' }, 'PATCH'],
  ] as const)
    expect(
      (await desk(method, `/requests/${reference}${path && `/${path}`}`, body, ifMatch(1))).status,
    ).toBe(412)
  expect(
    (
      await desk(
        'POST',
        `/requests/${reference}/facts`,
        { step: 'advice', accountsUnbound: true },
        ifMatch(2),
      )
    ).body.errors,
  ).toMatchObject([{ pointer: '/cannotBeUndone', code: 'must_be_ticked' }])
  expect(
    (await desk('POST', `/requests/${reference}/facts`, { ...balance, colour: 'red' }, ifMatch(1)))
      .body.errors,
  ).toMatchObject([{ pointer: '/colour', code: 'unknown_field' }])
  expect(
    (await desk('POST', `/requests/${reference}/facts`, { step: 'nothing' }, ifMatch(2))).body.type,
  ).toBe('urn:cancellation-desk:problem:unknown_step')
  expect(
    (await desk('POST', `/requests/${reference}/moves`, { move: 'submit' }, ifMatch(2))).body.unmet,
  ).toContain('identity_matched')
  expect(
    (
      await desk(
        'POST',
        `/requests/${reference}/moves`,
        { move: 'withdraw', colour: 'red' },
        ifMatch(2),
      )
    ).body.errors,
  ).toMatchObject([{ pointer: '/colour', code: 'unknown_field' }])
  expect(
    (
      await desk(
        'POST',
        `/requests/${groupReference(reference).toLowerCase()}/moves`,
        { move: 'withdraw' },
        ifMatch(2),
      )
    ).body.state,
  ).toBe('withdrawn')
  expect(
    (await desk('POST', `/requests/${reference}/moves`, { move: 'withdraw' }, ifMatch(3))).body
      .type,
  ).toBe('urn:cancellation-desk:problem:ended')
})

test('a call repeated under one Idempotency-Key takes effect once, in any process', async () => {
  test.setTimeout(120_000)
  const key = keyOf('staff')
  const second = await secondWeb()
  try {
    const both = [client(key), client(key, `${second.address}/api/v1`)] as const
    const body = wish()
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, place) =>
        (place % 2 ? both[0] : both[1])('POST', '/requests', body, { 'idempotency-key': 'once-1' }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    const { reference } = answers[0]?.body ?? { reference: '' }
    expect((await both[0]('GET', `/requests/${reference}/events`)).body.items).toHaveLength(1)
    expect(
      (await both[1]('POST', '/requests', wish(), { 'idempotency-key': 'once-1' })).body.type,
    ).toBe('urn:cancellation-desk:problem:key_reused')
    const note = { step: 'advice', accountsUnbound: true, cannotBeUndone: true }
    const notes = await Promise.all(
      both.map((call) =>
        call('POST', `/requests/${reference}/facts`, note, {
          ...ifMatch(1),
          'idempotency-key': 'once-2',
        }),
      ),
    )
    expect(notes.map(({ body: { version } }) => version)).toEqual([2, 2])
    // What was not understood may be mended under the same key; another key's calls are its own.
    expect(
      (
        await both[0](
          'POST',
          '/requests',
          { ...wish(), colour: 'red' },
          { 'idempotency-key': 'once-3' },
        )
      ).status,
    ).toBe(422)
    expect(
      (await both[0]('POST', '/requests', wish(), { 'idempotency-key': 'once-3' })).status,
    ).toBe(201)
    expect(
      (await client(newKey('staff'))('POST', '/requests', wish(), { 'idempotency-key': 'once-1' }))
        .status,
    ).toBe(201)
  } finally {
    await second.stop()
  }
})

test('accepts documents as multipart, and serves guides, carriers and working days', async () => {
  const desk = client(keyOf('staff'))
  const { reference } = (await desk('POST', '/requests', wish())).body
  const form = (
    file: Buffer,
    more: Record<string, string> = { step: 'materials', material: 'identity_document' },
  ) => {
    const body = new FormData()
    body.set('file', new Blob([new Uint8Array(file)]), 'any-name.exe')
    for (const [name, value] of Object.entries(more)) body.set(name, value)
    return body
  }
  expect(
    (await desk('POST', `/requests/${reference}/documents`, form(await photo(600, 400)))).status,
  ).toBe(201)
  expect(
    (
      await desk(
        'POST',
        `/requests/${reference}/documents`,
        form(await pdf(2), { material: 'payment_proof' }),
      )
    ).body,
  ).toMatchObject({ pages: 2, step: 'materials' })
  expect((await desk('GET', `/requests/${reference}`)).body.documents).toHaveLength(2)
  expect(
    (await desk('POST', `/requests/${reference}/documents`, form(Buffer.from('MZ')))).body.errors,
  ).toMatchObject([{ pointer: '/file', code: 'document_kind' }])
  expect(
    (
      await desk(
        'POST',
        `/requests/${reference}/documents`,
        form(await photo(60, 40), { step: 'materials', material: 'service_password' }),
      )
    ).body.type,
  ).toBe('urn:cancellation-desk:problem:wrong_state')
  expect(
    (
      await desk(
        'POST',
        `/requests/${reference}/documents`,
        form(await photo(60, 40), { colour: 'red' }),
      )
    ).body.errors.map(({ pointer }) => pointer),
  ).toEqual(['/colour', '/material'])

  expect(
    (await desk('GET', '/guides?cardType=sim&channel=in_store&carrier=china-mobile&region=CN-SH'))
      .body.offered,
  ).toBe(true)
  expect(
    (await desk('GET', '/guides?cardType=esim&channel=online&carrier=china-broadnet&region=CN-XZ'))
      .body.offered,
  ).toBe(false)
  expect((await desk('GET', '/carriers')).body.items.map(({ code }) => code)).toEqual([
    'china-mobile',
    'china-unicom',
    'china-telecom',
    'china-broadnet',
  ])
  expect((await desk('GET', '/working-days?from=2026-02-13&days=3')).body).toEqual({
    date: '2026-02-25',
    estimated: false,
  })
  expect((await desk('GET', '/working-days?from=2026-09-30&days=3')).body).toEqual({
    date: '2026-10-10',
    estimated: false,
  })
  expect((await desk('GET', '/working-days?from=2026-02-30&days=3')).status).toBe(422)
  for (const from of ['9999-12-31', '0000-01-01']) {
    expect((await desk('GET', `/working-days?from=${from}&days=1`)).status).toBe(422)
  }
  const described = await fetch(at('/api/v1/openapi.json'))
  expect(((await described.json()) as { openapi: string }).openapi).toBe('3.1.0')
})

test('a webhook to this machine or a private network is refused', async () => {
  const desk = client(keyOf('staff'))
  for (const url of [
    'http://localhost:3000/',
    'http://127.0.0.1/',
    'http://10.1.2.3/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]/',
    'http://[fd00::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0.0.0.0/',
    'http://100.64.0.1/',
    'http://no-such-host.invalid/',
  ])
    expect((await desk('POST', '/webhooks', { url })).body.errors, url).toMatchObject([
      { pointer: '/url', code: 'address_not_allowed' },
    ])
  for (const url of ['ftp://example.org/', 'javascript:alert(1)', 'nothing'])
    expect((await desk('POST', '/webhooks', { url })).body.errors).toMatchObject([
      { code: 'address_malformed' },
    ])
  expect((await desk('GET', '/webhooks')).body.items).toEqual([])
  expect((await desk('DELETE', '/webhooks/0197b1c0-0000-7000-8000-000000000001')).status).toBe(404)
})

test('keys are created and revoked on their page, effective from the next call', async ({
  admin,
}) => {
  await admin.goto(at('/keys'))
  await admin.getByLabel('名称').fill('收银系统')
  await admin.getByRole('button', { name: '创建密钥' }).click()
  await expect(admin.getByText('营业员和审核员的密钥须选择营业厅').first()).toBeVisible()
  await expect(admin.getByLabel('名称')).toHaveValue('收银系统')
  await admin.getByRole('checkbox', { name: /\(demo\)/ }).check()
  await admin.getByRole('button', { name: '创建密钥' }).click()
  const shown = admin.getByTestId('secret')
  await expect(shown).toHaveCSS('font-family', /mono/i)
  const secret = await shown.innerText()
  await admin.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await admin.getByRole('button', { name: '复制' }).click()
  await expect(admin.getByText('已复制')).toBeVisible()
  expect(await admin.evaluate(() => navigator.clipboard.readText())).toBe(secret)
  const desk = client(secret)
  expect((await desk('GET', '/carriers')).status).toBe(200)
  await admin.reload()
  const row = admin.getByRole('row').filter({ hasText: '收银系统' })
  await expect(row).toContainText(secret.slice(0, 11))
  expect(await admin.content()).not.toContain(secret)
  await confirm(
    admin,
    row.getByRole('button', { name: '停用' }),
    '永久停用，收银系统不能再调用 API',
  )
  await expect(row.getByText('已停用')).toBeVisible()
  expect((await desk('GET', '/carriers')).status).toBe(401)
})

test('a page describes the API in both languages', async ({ page }) => {
  for (const [language, path, heading] of [
    ['zh-CN', '/developers', '接口说明'],
    ['en', '/en/developers', 'The HTTP API'],
  ] as const) {
    const led = await fetch(at('/api/docs'), {
      headers: { 'accept-language': language },
      redirect: 'manual',
    })
    expect(led.headers.get('location')).toBe(path)
    await page.goto(at(path))
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'POST /requests', exact: true })).toBeVisible()
  }
})
