// Who calls is asked before the body is read, and the body is bounded while it is read, whatever
// its length header says.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { multipartBody } from '@/lib/api/multipart'
import { currentViewer } from '@/lib/auth/viewer'

vi.mock('@/lib/auth/viewer', () => ({ currentViewer: vi.fn() }))
vi.mock('@/lib/stores/queries/stores', () => ({
  memberStore: async () => ({ id: '1', code: 'demo' }),
}))
vi.mock('@/lib/api/words', () => ({
  languageAsked: () => 'en',
  problemDocument: async () => ({}),
  faultWords: async () => String,
}))
vi.mock('@/lib/rate-limits/commands', () => ({
  countAttempt: async () => 0,
  countCall: async () => 0,
  refundAttempt: async () => {},
}))

const everything = (['staff', 'reviewer', 'admin'] as const).map((role) => ({
  role,
  storeId: '1',
  storeCode: 'demo',
}))
const somebody = { id: '1', memberships: everything, asleep: null }

type Handler = (request: Request, context: never) => Promise<Response>
const load = async (file: string, method = 'POST') =>
  ((await import(/* @vite-ignore */ `../../app/${file}/route.ts`)) as Record<string, Handler>)[
    method
  ] as Handler

const chunk = new Uint8Array(64 * 1024).fill(120)
const much = 64 * 1024 * 1024

/** A body that goes on for 64 MB, and how much of it was read. */
function endless(type: string, method = 'POST') {
  let read = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        read += chunk.length
        if (read > much) controller.close()
        else controller.enqueue(chunk)
      },
    },
    { highWaterMark: 0 },
  )
  return {
    request: new Request('http://desk.test/?store=demo', {
      method,
      body,
      headers: { 'content-type': type },
      duplex: 'half',
    } as RequestInit),
    read: () => read,
  }
}
const context = {
  params: Promise.resolve({
    reference: '23456789ABCD',
    id: '01900000-0000-7000-8000-000000000000',
  }),
} as never
const form = 'multipart/form-data; boundary=x'

const routes: [file: string, type: string, most: number, method?: string][] = [
  ['api/requests/check', form, 256 * 1024],
  ['api/requests/export', 'application/x-www-form-urlencoded', 4 * 1024 * 1024],
  ['api/requests/bulk', 'application/json', 2 * 1024 * 1024],
  ['api/requests/import', 'text/csv', 5 * 1024 * 1024],
  ['api/requests/[reference]/identifiers', 'application/json', 128 * 1024],
  ['api/requests/[reference]/documents/[id]', 'application/json', 128 * 1024],
  ['api/pictures', 'image/png', 9 * 1024 * 1024],
  ['api/drafts', 'application/json', 256 * 1024, 'PUT'],
]

describe.each(routes)('%s', (file, type, most, method) => {
  beforeEach(() => vi.mocked(currentViewer).mockReset())

  it('does not read the body of an unauthenticated call', async () => {
    vi.mocked(currentViewer).mockResolvedValue(null)
    const sent = endless(type, method)
    const answer = await (await load(file, method))(sent.request, context)
    expect(answer.status).toBe(403)
    expect(sent.read()).toBe(0)
  })

  it('stops reading a body beyond its bound', async () => {
    vi.mocked(currentViewer).mockResolvedValue(somebody as never)
    const sent = endless(type, method)
    const answer = await (await load(file, method))(sent.request, context)
    expect([400, 413, 422]).toContain(answer.status)
    expect(sent.read()).toBeLessThanOrEqual(most)
  })
})

it.each([
  ['api/v1/requests', 'application/json'],
  ['api/v1/requests/[reference]/documents', form],
  ['tmf-api/productOrderingManagement/v4/productOrder', 'application/json'],
])('%s reads nothing of a body without a key', async (file, type) => {
  const sent = endless(type)
  expect((await (await load(file))(sent.request, context)).status).toBe(401)
  expect(sent.read()).toBe(0)
})

it('a form of very many parts gets a few faults, with shortened names', async () => {
  const form = new FormData()
  for (let part = 0; part < 5000; part += 1) form.set(`${part}-`.padEnd(60, 'x'), '1')
  const request = new Request('http://desk.test/', { method: 'POST', body: form })
  const { faults = [] } = (await multipartBody(request)) as { faults?: { pointer: string }[] }
  expect(faults).toHaveLength(50)
  for (const { pointer } of faults) expect(pointer.length).toBeLessThanOrEqual(41)
})
