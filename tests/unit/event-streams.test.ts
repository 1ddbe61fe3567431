import { once } from 'node:events'
import { type IncomingMessage, ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { endStreams, streamed } from '@/lib/ops/web/event-streams.mjs'
import { type Stream, eventStream } from '@/lib/live/stream'

const server = createServer()
afterEach(() => {
  endStreams()
  server.close()
})

it('a line that was taken over holds nothing of what has answered: no listener, no function over the answer’s own, no mark', async () => {
  const mark = Symbol('NextInternalRequestMeta')
  const left: { request?: IncomingMessage; response?: ServerResponse; stream?: Stream } = {}
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    Object.assign(left, { request, response })
    // As Next and its compression do.
    streamed(request, response, async () => {
      Object.assign(request, { [mark]: { cache: 'much' } })
      request.on('error', () => {}).on('close', () => {})
      const { setHeader, write } = response
      response.setHeader = (...given) => setHeader.apply(response, given)
      response.write = ((...given: Parameters<typeof write>) => write.apply(response, given)) as typeof write
      const asked = new Request('http://desk/api/events', { headers: { 'x-desk-stream': String(request.headers['x-desk-stream']) } })
      const agreed = eventStream(asked, async (begun) => {
        left.stream = begun
        return () => {}
      }, async () => {})
      agreed.headers.forEach((value, name) => void response.setHeader(name, value))
      response.end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/events`)
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const lines = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await lines?.read())?.value).toBe(': here\n\n')
  const { request, response, stream } = left
  expect((request as unknown as Record<symbol, unknown>)[mark]).toBeUndefined()
  expect([request?.listenerCount('error'), request?.listenerCount('close')]).toEqual([0, 0])
  for (const name of ['setHeader', 'write', 'end'] as const) expect(response?.[name], name).toBe(ServerResponse.prototype[name])
  stream?.send('changed', {})
  expect((await lines?.read())?.value).toBe('event: changed\ndata: {}\n\n')
  await lines?.cancel()
})
