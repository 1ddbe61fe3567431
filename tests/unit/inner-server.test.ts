import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { startInnerServer } from '@/lib/ops/web/inner-server.mjs'

/** A request as the front door leaves it. */
const asked = (headers: Record<string, string>) =>
  ({ url: '/guide?carrier=x', headers: { host: 'desk.example', ...headers } }) as IncomingMessage

it('asks with its addresses and what is named, and with nothing else of the request', async () => {
  let seen: IncomingMessage['headers'] = {}
  const ask = await startInnerServer((request: IncomingMessage, response: ServerResponse) => {
    seen = request.headers
    response.writeHead(203, { 'x-said': request.url, 'keep-alive': 'x' }).end('a whole answer')
  })
  const sent = { 'x-forwarded-for': '10.0.0.1', cookie: 'a=b', accept: 'text/x-component' }
  const { status, headers, body } = await ask(asked(sent), { 'x-desk-stream': 'a ticket' })
  expect([status, headers['x-said'], String(body)]).toEqual([
    203,
    '/guide?carrier=x',
    'a whole answer',
  ])
  for (const name of ['connection', 'keep-alive', 'transfer-encoding', 'date'])
    expect(headers[name], name).toBeUndefined()
  expect(seen).toEqual({
    ...{ host: 'desk.example', connection: 'keep-alive' },
    ...{ 'x-forwarded-for': '10.0.0.1', 'x-desk-stream': 'a ticket' },
  })
})

it('closes a connection without the right key', async () => {
  let port: number | undefined
  let answered = 0
  const ask = await startInnerServer((request: IncomingMessage, response: ServerResponse) => {
    port = request.socket.localPort
    answered += 1
    response.end()
  })
  await ask(asked({}))
  const strangers: Record<string, string>[] = [{}, { 'x-desk-inner': 'guessed' }]
  for (const headers of strangers)
    await expect(fetch(`http://127.0.0.1:${port}/guide`, { headers })).rejects.toThrow()
  expect(answered).toBe(1)
})
