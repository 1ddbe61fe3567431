// What no text may hold and no form may be, refused at the edge: by what is read, before any schema
// or table sees it.
import { describe, expect, it } from 'vitest'
import { jsonBody } from '@/lib/api/body'
import { faultsOf } from '@/lib/api/faults'
import { readForm } from '@/lib/forms/read-form'
import { smallJson } from '@/lib/forms/small-json'
import { z } from 'zod'

// What is not bounded takes minutes here, far beyond the time that a test has.
const form = (entries: Iterable<readonly [string, string]>) => {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}
const call = (body: string) =>
  new Request('http://desk.test/', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })
describe('a form', () => {
  it('with a NUL is refused at the field', () => {
    expect(
      readForm(
        form([
          ['holder.name', 'a\u0000b'],
          ['fine', '𠮷'],
        ]),
      ),
    ).toEqual({
      ok: false,
      refusal: { code: 'invalid', errors: { 'holder.name': 'text_malformed' } },
    })
  })

  it('with a NUL in its subject or in a field name is refused as a whole', () => {
    expect(readForm(form([['$id', 'a\u0000']]))).toEqual({
      ok: false,
      refusal: { code: 'form_malformed' },
    })
    expect(readForm(form([['na\u0000me', 'a']]))).toEqual({
      ok: false,
      refusal: { code: 'form_malformed' },
    })
  })

  it('of a hundred thousand fields is refused at once', () => {
    const huge = form(Array.from({ length: 100_000 }, (_, place) => [`f${place}`, '1'] as const))
    expect(readForm(huge)).toEqual({ ok: false, refusal: { code: 'form_malformed' } })
  })

  it('whose names nest ever deeper is refused at once', () => {
    expect(readForm(form([[Array.from({ length: 50_000 }, () => 'a').join('.'), '1']]))).toEqual({
      ok: false,
      refusal: { code: 'form_malformed' },
    })
  })

  it('as large as the largest guide is read', () => {
    const guide = form(
      Array.from({ length: 3000 }, (_, place) => [`steps.${place % 60}.f${place}`, 'x'] as const),
    )
    expect(readForm(guide).ok).toBe(true)
  })
})

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
const wide = (fields: number) =>
  `{${Array.from({ length: fields }, (_, place) => `"f${place}":1`).join(',')}}`

describe('a body of JSON', () => {
  it.each([
    ['nested 40,000 deep', nested(40_000)],
    ['a list nested 100,000 deep', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('%s is refused in words', async (_, body) => {
    expect(await jsonBody(call(body))).toMatchObject({
      problem: 'invalid',
      faults: [{ code: 'too_deep' }],
    })
  })

  it('of too many values is refused', async () => {
    expect(await jsonBody(call(wide(20_000)))).toEqual({ problem: 'too_large' })
  })

  it('lists a limited number of faults', () => {
    const parsed = z.strictObject({}).safeParse(JSON.parse(wide(20_000)))
    const faults = parsed.success ? [] : faultsOf(parsed.error)
    expect(faults).toHaveLength(50)
  })

  it('of the desk’s own pages is bounded in bytes, depth, count and text', async () => {
    const read = (body: string) => smallJson(call(body), 200_000)
    expect(await read('{"reason":"review"}')).toEqual({ reason: 'review' })
    for (const bad of [
      '',
      'x',
      nested(100),
      wide(20_000),
      '{"a":"\\u0000"}',
      `"${'x'.repeat(200_000)}"`,
    ])
      expect(await read(bad), bad.slice(0, 20)).toBeNull()
  })
})
