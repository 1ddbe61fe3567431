// How many lines of live updates one session or pass may have open, through the routes themselves:
// whatever the address and the cookies are spelled like, it is the same session and the same pass.
import { once } from 'node:events'
import { type IncomingMessage, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { GET as deskLines } from '@/app/api/events/route'
import { GET as statusLines } from '@/app/api/status/[reference]/events/route'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { answerStream, endStreams, mostStreams } from '@/lib/ops/web/event-streams.mjs'
import { passFor } from '../factories/passes'
import { opened, staff } from '../factories/requests'

const jar = new Map<string, { value: string }>()
const viewer = vi.hoisted(() => ({ now: null as unknown }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string) => jar.set(name, { value }),
  }),
}))
vi.mock('@/lib/auth/viewer', () => ({ currentViewer: async () => viewer.now }))

/** Has a route answer, as Next does. */
async function answer(url: string, headers: Record<string, string>) {
  const ticket = headers['x-desk-stream'] ?? ''
  const asked = new Request(new URL(url, 'http://desk'), { headers: { 'x-desk-stream': ticket } })
  const typed = /^\/api\/status\/([^/]+)/.exec(url)?.[1]
  const params = Promise.resolve({ reference: typed ?? '' })
  const agreed = await (typed ? statusLines(asked, { params }) : deskLines(asked))
  return {
    status: agreed.status,
    headers: Object.fromEntries(agreed.headers),
    body: Buffer.from(await agreed.text()),
  }
}

const server = createServer((asked, response) => {
  const ask = ({ url = '' }: IncomingMessage, headers: Record<string, string>) =>
    answer(url, headers)
  void answerStream(asked, response, ask, String(asked.headers['x-test-address']))
})
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => void server.close())
beforeEach(() => {
  endStreams()
  jar.clear()
})

let turn = 0
/** Opens a line from an address of its own; gives the status of the answer. */
function open(path: string, cookie: string) {
  turn += 1
  const headers = { cookie, 'x-test-address': `10.0.${turn >> 8}.${turn & 255}` }
  const { port } = server.address() as AddressInfo
  return new Promise<number>((resolve, reject) => {
    const sent = request({ port, path, headers, agent: false }, (got) => {
      got.on('error', () => {})
      resolve(got.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** How many of so many tries, one after the other, come to an open line. */
async function opens(tries: (readonly [path: string, cookie: string])[]) {
  let count = 0
  for (const [path, cookie] of tries) if ((await open(path, cookie)) === 200) count += 1
  return count
}
const over = mostStreams.pass + 12
const times = <T>(make: (turn: number) => T) => Array.from({ length: over }, (_, at) => make(at))

it('counts a request’s streams together, however its reference is spelled', async () => {
  const { reference } = await opened()
  await passFor(reference, 'slip')
  const spellings = [reference, reference.toLowerCase(), groupReference(reference)]
  const cookie = `status-${reference}=x`
  const tries = times((at) => [`/api/status/${spellings[at % 3]}/events`, cookie] as const)
  expect(await opens(tries)).toBe(mostStreams.pass)
})

it('counts streams of all passes of one kind to a request together', async () => {
  const { reference } = await opened()
  await passFor(reference, 'slip')
  const path = `/api/status/${reference}/events`
  expect(await opens(times((at) => [path, `status-${reference}=${at}`]))).toBe(mostStreams.pass)
})

it('keeps streams by the slip open when those by the last four digits are used up', async () => {
  const { reference } = await opened()
  await passFor(reference, 'phone')
  const path = `/api/status/${reference}/events`
  expect(await opens(times((at) => [path, `status-${reference}=${at}`]))).toBe(mostStreams.pass)
  await passFor(reference, 'slip')
  expect(await open(path, `status-${reference}=slip`)).toBe(200)
})

it('counts a session’s streams together, however its cookie is split', async () => {
  viewer.now = { ...(await staff()), sessionId: 'one session' }
  const pieces = (at: number) => [
    `next-auth.session-token=${at}`,
    `next-auth.session-token.0=${at}`,
    `__Secure-next-auth.session-token.0=${at}; __Secure-next-auth.session-token.1=x`,
  ]
  const tries = times((at) => ['/api/events', pieces(at)[at % 3] ?? ''] as const)
  expect(await opens(tries)).toBe(mostStreams.pass)
  viewer.now = { ...(await staff()), sessionId: 'another session' }
  expect(await open('/api/events', 'next-auth.session-token=y')).toBe(200)
})

it('refuses a stream without a pass, and counts it against no limit', async () => {
  const { reference } = await opened()
  const path = `/api/status/${reference}/events`
  const strangers = await Promise.all(times((at) => open(path, `status-${reference}=${at}`)))
  expect(new Set(strangers)).toEqual(new Set([404]))
  await passFor(reference, 'slip')
  expect(await open(path, `status-${reference}=0`)).toBe(200)
})
