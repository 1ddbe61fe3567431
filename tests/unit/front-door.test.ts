import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encode } from 'next-auth/jwt'
import { afterEach, describe, expect, it } from 'vitest'
import { largestDocument } from '@/lib/documents/limits'
import { largestPicture } from '@/lib/guide/pictures/limits'
import { allowedHeaders, allowedRequests, rowOf } from '@/lib/ops/web/allowed-requests.mjs'
import { BoundedRequest, frontDoor } from '@/lib/ops/web/front-door.mjs'

const secret = 'a secret of a desk that stands nowhere'
const agent = new Agent({ keepAlive: true })
const ends: (() => void)[] = []
afterEach(() => {
  agent.destroy()
  for (const end of ends.splice(0)) end()
})

/** A server behind the front door that says which headers reached it and how long the body was. */
async function serve(settings: Partial<Parameters<typeof frontDoor>[0]> = {}) {
  const admit = frontDoor({ baseUrl: 'https://desk.example', secret, ...settings })
  const server = createServer({ IncomingMessage: BoundedRequest }, async (asked, answer) => {
    if (!(await admit(asked, answer, String(asked.headers['x-test-address'] ?? '::1')))) return
    let length = 0
    asked.on('data', (part: Buffer) => (length += part.length))
    asked.on('end', () => answer.end(JSON.stringify({ length, headers: asked.headers })))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(
    () => server.closeAllConnections(),
    () => server.close(),
  )
  return { port: (server.address() as AddressInfo).port, server }
}

type Asked = { method?: string; headers?: Record<string, string>; body?: string }

/** One request; with `length` only the headers are sent, and the body never comes. */
function ask(port: number, path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}) {
  const withLength = body
    ? { 'content-length': String(Buffer.byteLength(body)), ...headers }
    : headers
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request({ agent, port, path, method, headers: withLength }, (answer) => {
      let text = ''
      answer.on('data', (part: Buffer) => (text += part.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    if (headers['content-length']) sent.flushHeaders()
    else sent.end(body)
  })
}

describe('the front door', () => {
  it('passes on only the headers that an address needs, and one host', async () => {
    const { port } = await serve()
    const sent = {
      'x-middleware-prefetch': '1',
      'x-desk-stream': 'forged',
      'x-http-method-override': 'DELETE',
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
      'content-security-policy': "script-src 'nonce-forged'",
      authorization: 'Bearer x',
      'next-action': 'x',
      'tus-resumable': '1.0.0',
      origin: 'http://10.0.0.5:3000',
    }
    const seen = async (path: string) =>
      (JSON.parse((await ask(port, path, { headers: sent })).text) as { headers: object }).headers
    const always = {
      connection: 'keep-alive',
      host: 'desk.example',
      origin: 'https://desk.example',
      'x-forwarded-for': '::1',
      'x-forwarded-host': 'desk.example',
      'x-forwarded-proto': 'https',
    }
    expect(await seen('/en/guide')).toEqual({ ...always, 'next-action': 'x' })
    expect(await seen('/api/health')).toEqual(always)
    expect(await seen('/api/v1/carriers')).toEqual({ ...always, authorization: 'Bearer x' })
    expect(allowedHeaders.upload.has('tus-resumable')).toBe(true)
  })

  it('accepts longer forms with a session than without', async () => {
    const { port } = await serve()
    const post = (path: string, length: number, cookie = '') =>
      ask(port, path, { method: 'POST', headers: { cookie }, body: 'x'.repeat(length) })
    const session = await encode({ token: { sub: 'somebody' }, secret })
    const forged = await encode({ token: { sub: 'somebody' }, secret: `${secret}, not ours` })
    const named = (token: string) => `a=b; __Secure-next-auth.session-token=${token}`
    expect((await post('/guides/x', 64 * 1024)).status).toBe(200)
    expect((await post('/guides/x', 64 * 1024 + 1)).status).toBe(413)
    expect((await post('/guides/x', 1024 * 1024, named(session))).status).toBe(200)
    expect((await post('/guides/x', 1024 * 1024 + 1, named(session))).status).toBe(413)
    for (const token of [forged, 'x', '']) {
      expect((await post('/guides/x', 1024 * 1024, named(token))).status, token).toBe(413)
    }
    expect((await post('/requests/x', 1024 * 1024, named(session))).status).toBe(413)
  })

  it('answers a request whose body does not arrive, and continues to serve', async () => {
    const { port } = await serve({ usualSeconds: 0.05 })
    const headers = { 'content-length': '100' }
    const slow = await ask(port, '/en/status', { method: 'POST', headers })
    expect(slow.status).toBe(408)
    expect(slow.text).toContain('Nothing was saved')
    expect((await ask(port, '/status', { method: 'POST', body: 'a=1' })).status).toBe(200)
  })

  it('limits the open requests of one address without affecting others', async () => {
    const { port, server } = await serve({ mostAtOnce: 100_000 })
    const waiting = { 'content-length': '60000', 'x-test-address': '10.0.0.1' }
    const letIn = once(server, 'request')
    ask(port, '/status', { method: 'POST', headers: waiting }).catch(() => {})
    await letIn
    const from = (address: string) =>
      ask(port, '/status', {
        method: 'POST',
        headers: { 'x-test-address': address },
        body: 'x'.repeat(50_000),
      })
    expect((await from('10.0.0.1')).status).toBe(503)
    expect((await from('10.0.0.2')).status).toBe(200)
  })

  it('refuses malformed addresses with a message', async () => {
    const { port } = await serve()
    for (const path of ['//evil.example/x', '/%', '/%zz', '/a%00b', '/\\evil.example']) {
      expect((await ask(port, path)).status, path).toBe(400)
    }
    expect((await ask(port, '/nowhere', { method: 'POST' })).text).toContain('这个网址下没有内容')
    expect((await ask(port, '/en/nowhere', { method: 'POST' })).text).toContain('nothing at this')
  })

  it('removes the query of an upload: its path alone identifies it', async () => {
    const { port } = await serve()
    const head = (path: string) => ask(port, path, { method: 'HEAD' })
    expect((await head('/api/uploads/one')).status).toBe(200)
    expect((await head('/api/uploads/one?x=/another')).status).toBe(400)
    expect((await head('/api/uploads/one?')).status).toBe(400)
    expect((await ask(port, '/api/uploads?x=1', { method: 'POST' })).status).toBe(400)
  })

  it('answers API clients with a problem document in their language (RFC 9457)', async () => {
    const { port } = await serve()
    const sent = { method: 'POST', body: 'x'.repeat(300_000), headers: { 'accept-language': 'en' } }
    const { status, text } = await ask(port, '/api/v1/requests', sent)
    expect(JSON.parse(text)).toEqual({
      type: 'urn:cancellation-desk:problem:too_large',
      status,
      title: expect.stringContaining('256 kB'),
      detail: expect.stringContaining('256 kB'),
    })
  })
})

describe('the table of allowed requests', () => {
  it('finds the row of an address in every language and form', () => {
    const rows: [string, string][] = [
      ['/', '/'],
      ['/en', '/'],
      ['/zh-CN/guide/', '/guide'],
      ['/guide/sim/in-store', '/guide/[cardType]/[channel]'],
      ['/verify', '/verify/[[...number]]'],
      ['/en/verify/R-1/x', '/verify/[[...number]]'],
      ['/en/s/A/b', '/[locale]/s/[reference]/[key]'],
      ['/api/auth/callback/credentials', '/api/auth/[...nextauth]'],
      ['/api/v1/openapi.json', '/api/v1/openapi.json'],
      ['/api/v1/openapi-json', '/[...rest]'],
      ['/en/api/health', '/[...rest]'],
      ['/guidex', '/[...rest]'],
    ]
    for (const [path, row] of rows) expect(rowOf(path).path, path).toBe(row)
  })

  it('has the same size limits as the code that reads the bodies', () => {
    const most = (path: string, method: string) =>
      allowedRequests.find((row) => row.path === path)?.methods[method]?.most ?? 0
    expect(most('/api/pictures', 'POST')).toBe(largestPicture)
    expect(most('/api/uploads/[id]', 'PATCH')).toBeGreaterThanOrEqual(largestDocument)
    const documents = '/api/v1/requests/[reference]/documents'
    expect(most(documents, 'POST')).toBeGreaterThanOrEqual(largestDocument)
  })

  it('has its messages in both languages', () => {
    const keys = (locale: string) => {
      const file = `lib/i18n/messages/${locale}/door.json`
      return Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object)
    }
    expect(keys('en')).toEqual(keys('zh-CN'))
  })
})
