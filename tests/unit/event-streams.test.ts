import { once } from 'node:events'
import { type IncomingMessage, ServerResponse, createServer, request } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { answerStream, endStreams, mostStreams } from '@/lib/ops/web/event-streams.mjs'
import { type Stream, eventStream } from '@/lib/live/stream'

const server = createServer()
afterEach(() => {
  endStreams()
  server.close()
})

/** What the inner server gives of a route's answer. */
const whole = (answer: Response) => ({
  status: answer.status,
  headers: Object.fromEntries(answer.headers),
  body: Buffer.alloc(0),
})

it('an open stream keeps no listener or method of its response', async () => {
  const left: { request?: IncomingMessage; response?: ServerResponse; stream?: Stream } = {}
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    Object.assign(left, { request, response })
    const ask = async (_: IncomingMessage, headers: Record<string, string>) =>
      whole(
        eventStream(
          new Request('http://desk/api/events', { headers }),
          'somebody',
          async (begun) => {
            left.stream = begun
            return () => {}
          },
          async () => {},
        ),
      )
    void answerStream(request, response, ask, '127.0.0.1')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const answer = await fetch(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/events`,
  )
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const lines = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await lines?.read())?.value).toBe(': here\n\n')
  const { request, response, stream } = left
  expect([request?.listenerCount('error'), request?.listenerCount('close')]).toEqual([0, 0])
  for (const name of ['setHeader', 'write', 'end'] as const)
    expect(response?.[name], name).toBe(ServerResponse.prototype[name])
  stream?.send('changed', {})
  expect((await lines?.read())?.value).toBe('event: changed\ndata: {}\n\n')
  await lines?.cancel()
})

describe('how many lines are open', () => {
  /** Opens a line as this browser from this address; gives the status and what closes it. */
  const open = (port: number, cookie: string, address: string) =>
    new Promise<{ status: number; close(): void }>((resolve, reject) => {
      const headers = { cookie, 'x-test-address': address }
      const sent = request({ port, path: '/api/events', headers, agent: false }, (answer) => {
        answer.on('error', () => {})
        resolve({ status: answer.statusCode ?? 0, close: () => void answer.destroy() })
      })
      sent.on('error', reject)
      sent.end()
    })

  /** A server whose policy lets everybody listen who has a pass. */
  async function serve() {
    const lines = createServer((asked, response) => {
      const { cookie } = asked.headers
      const ask = async (_: IncomingMessage, headers: Record<string, string>) =>
        whole(
          cookie
            ? eventStream(
                new Request('http://desk/', {
                  headers: { 'x-desk-stream': headers['x-desk-stream'] ?? '' },
                }),
                cookie,
                async () => () => {},
                async () => {},
              )
            : new Response(null, { status: 403 }),
        )
      void answerStream(asked, response, ask, String(asked.headers['x-test-address']))
    })
    lines.listen(0, '127.0.0.1')
    await once(lines, 'listening')
    const nextEnd = () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.once('close', resolve)
      })
    const sockets: Socket[] = []
    lines.on('connection', (socket) => sockets.push(socket))
    return { port: (lines.address() as AddressInfo).port, nextEnd, stop: () => lines.close() }
  }
  const pass = (name: string) => `next-auth.session-token=${name}`

  it('is limited per pass, whatever the address, and does not affect other passes', async () => {
    const { port, stop } = await serve()
    const tries = mostStreams.pass + 5
    const opened = await Promise.all(
      Array.from({ length: tries }, (_, turn) => open(port, pass('one'), `10.1.0.${turn}`)),
    )
    expect(opened.filter(({ status }) => status === 200)).toHaveLength(mostStreams.pass)
    expect(opened.filter(({ status }) => status === 429)).toHaveLength(5)
    expect((await open(port, pass('another'), '10.1.0.1')).status).toBe(200)
    stop()
  })

  it('is limited per address, whatever the pass, and does not affect other addresses', async () => {
    const { port, stop } = await serve()
    let refused = 0
    for (let turn = 0; turn < mostStreams.address + 3; turn += 1) {
      const inPieces = `next-auth.session-token.0=many-${turn}`
      const { status } = await open(port, inPieces, '10.2.0.1')
      if (status === 429) refused += 1
    }
    expect(refused).toBe(3)
    expect((await open(port, pass('many-x'), '10.2.0.2')).status).toBe(200)
    stop()
  })

  it('counts open streams only: closing one makes room', async () => {
    const { port, nextEnd, stop } = await serve()
    const fill = () => open(port, pass('full'), '10.3.0.1')
    const lines = []
    for (let turn = 0; turn < mostStreams.pass; turn += 1) lines.push(await fill())
    expect((await fill()).status).toBe(429)
    const ended = nextEnd()
    lines[0]?.close()
    await ended
    expect((await fill()).status).toBe(200)
    stop()
  })

  it('leaves callers without a pass to the policy', async () => {
    const { port, stop } = await serve()
    const tries = Array.from({ length: mostStreams.pass + 5 }, () => open(port, '', '10.4.0.1'))
    for (const { status } of await Promise.all(tries)) expect(status).toBe(403)
    stop()
  })
})
