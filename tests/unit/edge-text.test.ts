// What no text may hold and no form may be, refused at the edge: by what is read, before any schema or table sees it.
import { describe, expect, it } from 'vitest'
import { jsonBody } from '@/lib/api/body'
import { faultsOf } from '@/lib/api/faults'
import { z } from 'zod'

const call = (body: string) => new Request('http://desk.test/', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
/** Milliseconds that a work may take on a busy machine, many times what it needs. */
const fast = 1500

function timed<T>(work: () => T): T {
  const begun = performance.now()
  const result = work()
  expect(performance.now() - begun).toBeLessThan(fast)
  return result
}

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
const wide = (fields: number) => `{${Array.from({ length: fields }, (_, place) => `"f${place}":1`).join(',')}}`

describe('a body of JSON', () => {
  it.each([['nested 40,000 deep', nested(40_000)], ['a list nested 100,000 deep', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`]])('%s is refused in words, fast', async (_, body) => {
    const begun = performance.now()
    expect(await jsonBody(call(body))).toMatchObject({ problem: 'invalid', faults: [{ code: 'too_deep' }] })
    expect(performance.now() - begun).toBeLessThan(fast)
  })

  it('of too many values is refused', async () => {
    expect(await jsonBody(call(wide(20_000)))).toEqual({ problem: 'too_large' })
  })

  it('has its faults told up to a number that somebody reads, fast', () => {
    const parsed = z.strictObject({}).safeParse(JSON.parse(wide(20_000)))
    const faults = timed(() => (parsed.success ? [] : faultsOf(parsed.error)))
    expect(faults).toHaveLength(50)
  })
})
