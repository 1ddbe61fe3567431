import { mostStreams } from '@/lib/ops/web/event-streams.mjs'
import { residentId } from '@/lib/ops/seed/demo-people'
import { client, keyOf } from './api-client'
import { at, expect, test } from './counter'
import { password } from './desk'
import { signInAt } from './access-table/sign-in'

const decoder = new TextDecoder()

/** Listens to a stream of the desk; `until` gives all that has come once it holds the words. */
async function listening(path: string, headers: Record<string, string>) {
  const stop = new AbortController()
  const answer = await fetch(at(path), { headers, signal: stop.signal })
  const reader = answer.body?.getReader()
  let come = ''
  const until = async (words: string) => {
    while (!come.includes(words)) {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true }
      if (done) throw new Error(`the stream ended after: ${come}`)
      come += decoder.decode(value)
    }
    return come
  }
  return { answer, until, stop: () => stop.abort() }
}

test("a list's stream signals changes without content, and no header opens it", async () => {
  const desk = client(keyOf('staff'))
  const cookie = await signInAt(at(''), 'staff@example.test', password)
  const list = await listening('/api/events', { cookie, 'x-desk-stream': 'forged' })
  expect([
    list.answer.status,
    list.answer.headers.get('content-type'),
    list.answer.headers.get('content-encoding'),
  ]).toEqual([200, 'text/event-stream; charset=utf-8', null])
  await list.until(': here')
  const { body } = await desk('POST', '/requests', {
    store: 'demo',
    cardType: 'sim',
    channel: 'in_store',
    carrier: 'china-mobile',
    region: 'CN-SH',
    phoneNumber: '13802050201',
    holder: { name: '流流听', document: { type: 'resident_id', number: residentId(411) } },
    contact: { phone: '+8613912345678' },
    reason: 'no_longer_needed',
    consent: true,
    keepNumber: false,
  })
  expect(await list.until('event: changed')).not.toMatch(/13802050201|流流听|ETag/)

  const one = await listening(`/api/events?request=${body.reference}`, { cookie })
  await one.until('event: here')
  expect(
    (
      await desk(
        'PATCH',
        `/requests/${body.reference}`,
        { contact: { email: 'a@example.test' } },
        { 'if-match': '"1"' },
      )
    ).status,
  ).toBe(200)
  await one.until('"version":2')
  for (const stream of [list, one]) stream.stop()

  const refused = await fetch(at('/api/events'), { headers: { 'x-desk-stream': 'forged' } })
  expect([refused.status, await refused.text()]).toEqual([403, ''])
})

test("refuses streams beyond a session's limit, however its cookie is split", async () => {
  const cookie = await signInAt(at(''), 'reviewer@example.test', password)
  const [name = '', token = ''] =
    cookie
      .split('; ')
      .find((one) => one.includes('session-token'))
      ?.split('=') ?? []
  const half = Math.floor(token.length / 2)
  const inPieces = `${name}.0=${token.slice(0, half)}; ${name}.1=${token.slice(half)}`
  const lines = []
  for (let turn = 0; turn < mostStreams.pass; turn += 1) {
    const line = await listening('/api/events', { cookie: turn % 2 ? cookie : inPieces })
    expect(line.answer.status).toBe(200)
    lines.push(line)
  }
  for (const spelled of [cookie, inPieces]) {
    const refused = await fetch(at('/api/events'), {
      headers: { cookie: spelled, 'accept-language': 'en' },
    })
    const type = refused.headers.get('content-type')
    expect([refused.status, type]).toEqual([429, 'text/plain; charset=utf-8'])
    expect(await refused.text()).toContain('Too many of your pages')
  }
  for (const line of lines) line.stop()
})
