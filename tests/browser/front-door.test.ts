// What reaches the framework, and how much of it: the front door of the web process, tried as an
// attacker would (issue 26, items 1, 3 and 14).
import { request } from 'node:http'
import { expect, test } from '@playwright/test'
import { at } from './counter'

type Sent = {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** Sends the body without saying its length. */
  chunked?: boolean
}
type Answer = { status: number; headers: Record<string, string>; text: string }

/** One raw request, with whatever headers: `fetch` would not let Host be forged. */
function send(path: string, { method = 'GET', headers = {}, body, chunked }: Sent = {}) {
  const { port, host } = new URL(at('/'))
  const length = body === undefined || chunked ? {} : { 'content-length': Buffer.byteLength(body) }
  const chunks = chunked ? { 'transfer-encoding': 'chunked' } : {}
  return new Promise<Answer>((resolve, reject) => {
    const sent = request(
      {
        ...{ host: '127.0.0.1', port, path, method, agent: false },
        headers: { host, ...headers, ...length, ...chunks },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers as Record<string, string>,
            text: Buffer.concat(parts).toString(),
          }),
        )
      },
    )
    let answered = false
    sent.once('response', () => (answered = true))
    // A server that has refused may close the line while the rest of the body is on its way.
    sent.on('error', (error) => answered || reject(error))
    sent.end(body)
  })
}

// What differs from one rendering to the next.
const withoutIds = (text: string) => text.replaceAll(/\\?"[A-Za-z0-9_-]{21}\\?"/g, '')

const poisons: Record<string, string>[] = [
  { 'x-middleware-prefetch': '1' },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-matched-path': '/en/signin' },
  { 'x-invoke-status': '404', 'x-invoke-path': '/404' },
  { 'x-nextjs-data': '1' },
  { purpose: 'prefetch', 'sec-purpose': 'prefetch' },
  { 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  { 'next-action': '00000000' },
  { host: 'evil.example' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  { forwarded: 'host=evil.example' },
  { cookie: 'NEXT_LOCALE=en; __prerender_bypass=1' },
  { 'user-agent': 'Googlebot', 'accept-language': 'en' },
  { accept: 'text/x-component' },
]

test('no reader can poison the cached guide for others', async () => {
  const regions = 'SH BJ TJ HE SX NM LN JL HL JS ZJ AH FJ JX'.split(' ')
  for (const [place, headers] of poisons.entries()) {
    const path = `/guide/sim/online?carrier=china-mobile&region=CN-${regions[place]}`
    const named = JSON.stringify(headers)
    await send(path, { headers })
    const { status, headers: answered, text } = await send(path)
    expect(status, named).toBe(200)
    expect(answered['content-type'], named).toBe('text/html; charset=utf-8')
    expect(text, named).toMatch(/<h1[\s\S]*<\/html>$/)
    expect(JSON.stringify(answered), named).not.toContain('evil.example')
    expect(text, named).not.toContain('evil.example')
    // A second language of the same page would be somebody else's.
    expect(text, named).toContain('<html lang="zh-CN"')
  }
  const clean = withoutIds((await send('/guide')).text)
  await Promise.all(poisons.map((headers) => send('/guide', { headers })))
  expect(withoutIds((await send('/guide')).text)).toBe(clean)
})

test('the Host header of a request appears in no answer', async () => {
  const paths = '/ /guide /signin /requests /zh-CN/guide /sitemap.xml /api/docs'.split(' ')
  for (const path of paths) {
    for (const name of ['host', 'x-forwarded-host']) {
      const { headers: answered, text } = await send(path, { headers: { [name]: 'evil.example' } })
      expect(JSON.stringify(answered) + text, path).not.toContain('evil.example')
    }
  }
})

const nested = (bytes: number) => '['.repeat(bytes / 2) + ']'.repeat(bytes / 2)
const manyFields = (bytes: number) =>
  Array.from({ length: bytes / 9 }, (_, place) => `f${place}=1`.padEnd(8, '1')).join('&')
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const json = { 'content-type': 'application/json' }
const action = { 'content-type': 'text/plain;charset=UTF-8', 'next-action': '0'.repeat(42) }

test('refuses a body longer than its address accepts before reading it', async () => {
  const tooLong: [string, string, Record<string, string>, string][] = [
    ['POST', '/api/auth/callback/credentials', json, nested(24_000_000)],
    ['POST', '/api/auth/callback/credentials', form, manyFields(2_000_000)],
    ['POST', '/api/requests/check', form, manyFields(9_000_000)],
    ['POST', '/api/requests/bulk', json, nested(4_000_000)],
    ['POST', '/signin', action, nested(4_000_000)],
    ['POST', '/status', form, manyFields(4_000_000)],
    ['POST', '/api/v1/requests', json, nested(4_000_000)],
    ['PUT', '/api/drafts', json, nested(4_000_000)],
    ['POST', '/tmf-api/productOrderingManagement/v4/productOrder', json, nested(4_000_000)],
  ]
  for (const [method, path, headers, body] of tooLong) {
    const { status, text } = await send(path, { method, headers, body })
    expect(status, path).toBe(413)
    expect(text, path).toMatch(/[一-鿿]|too_large/)
  }
  expect((await send('/api/health')).status).toBe(200)
})

test('cuts off a body of undeclared length at the limit of its address', async () => {
  const chunked = { method: 'POST', headers: form, chunked: true }
  for (const path of ['/api/auth/callback/credentials', '/status']) {
    const { status } = await send(path, { ...chunked, body: 'a=1' })
    expect([200, 302, 400, 401, 403], path).toContain(status)
    await expect(send(path, { ...chunked, body: manyFields(2_000_000) }), path).rejects.toThrow()
  }
  // A route that asks who calls before it reads has answered by then.
  const check = await send('/api/requests/check', { ...chunked, body: manyFields(2_000_000) })
  expect(check.status).toBe(403)
  expect((await send('/guide', { chunked: true, body: 'a=1' })).status).toBe(413)
  expect((await send('/api/health')).status).toBe(200)
})

test('an address accepts only its own methods', async () => {
  const refused: [string, string][] = [
    ['HEAD', '/api/events'],
    ['HEAD', '/api/status/AAAA-AAAA-AAAA/events'],
    ['TRACE', '/guide'],
    ['PUT', '/guide'],
    ['POST', '/guide'],
    ['DELETE', '/signin'],
    ['POST', '/api/health'],
    ['OPTIONS', '/api/requests/bulk'],
    ['POST', '/_next/static/x.js'],
    ['POST', '/nowhere'],
  ]
  for (const [method, path] of refused) {
    const { status } = await send(path, { method })
    expect(status, `${method} ${path}`).toBe(path === '/nowhere' ? 404 : 405)
  }
  // Spelled otherwise it is the same address, or none.
  for (const spelled of ['/api/%68ealth', '/api/%2568ealth', '/%61pi/health']) {
    expect((await send(spelled)).headers['content-type'], spelled).toContain('application/json')
    expect((await send(spelled, { method: 'POST' })).status, spelled).toBe(405)
  }
  for (const none of ['/api%2Fhealth', '/api/x/../health', '/api/x/%2e%2e/health']) {
    expect((await send(none)).status, none).toBe(404)
  }
  // Next's own tools are no addresses of the desk.
  const image = '/_next/image?url=%2Ficon.png&w=64&q=75'
  for (const path of [image, '/_next/data/x/guide.json', '/.git/config', '/package.json']) {
    expect((await send(path)).status, path).toBe(404)
  }
})

test('the policy of cached pages allows our own scripts, whatever a page contains', async () => {
  const policies = new Set<string>()
  for (const path of ['/guide', '/guide/sim/in-store', '/en/guide/esim/online']) {
    policies.add((await send(path)).headers['content-security-policy'] ?? '')
  }
  expect(policies.size).toBe(1)
  expect([...policies][0]).toMatch(/script-src 'self'(?: 'sha256-[A-Za-z0-9+/=]{44}')+;/)
})
