// A receiver of webhooks that answers slowly on purpose holds neither a worker nor a connection.
import { once } from 'node:events'
import { type AddressInfo, type Socket, createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { callOut } from '@/lib/api/webhooks/call-out'

/** Says this at once, and then one more letter after another. */
let said = ''
let dripping: NodeJS.Timeout | undefined
const server = createServer((socket) => {
  socket.on('error', () => {})
  socket.once('data', () => {
    socket.write(said)
    dripping = setInterval(() => socket.write('x'), 100)
  })
})
let url = ''
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
})
afterEach(() => {
  clearInterval(dripping)
  vi.useRealTimers()
})
afterAll(() => void server.close())

const called = async () => {
  const connected = once(server, 'connection') as Promise<[Socket]>
  const status = callOut(url, {}, '{}', true)
  const [socket] = await connected
  return { status, closed: once(socket, 'close') }
}

it('a head that never ends is waited for no longer than the deadline', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  said = 'HTTP/1.1 200 OK\r\nx-slow: '
  const { status, closed } = await called()
  const refused = expect(status).rejects.toThrow('no answer in time')
  await vi.advanceTimersByTimeAsync(15_000)
  await refused
  await closed
}, 5000)

it('a body that never ends is not read: its line is closed once the head has come', async () => {
  said = 'HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n'
  const { status, closed } = await called()
  expect(await status).toBe(200)
  await closed
}, 5000)
