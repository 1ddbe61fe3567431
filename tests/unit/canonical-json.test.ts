import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '@/lib/canonical-json'

// RFC 8785, 3.2: numbers as ECMAScript writes them, strings escaped as little as may be, names by
// their UTF-16 code units.
it.each([
  [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
  [
    { 10: 'ten', 9: 'nine', '€': 1, '\r': 2, ﬆ: 3, '😀': 4, 1: 5, ö: 6 },
    '{"\\r":2,"1":5,"10":"ten","9":"nine","ö":6,"€":1,"😀":4,"ﬆ":3}',
  ],
  [
    [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
  ],
  ['€$\u000f\nA\'B"\\\u2028/', '"€$\\u000f\\nA\'B\\"\\\\\u2028/"'],
  [{ gone: undefined, kept: null }, '{"kept":null}'],
  [new Date(0), '"1970-01-01T00:00:00.000Z"'],
])('writes %j', (value, text) => {
  expect(canonicalJson(value)).toBe(text)
})

it('does not depend on the order of names, and parses to the same value as plain JSON', () => {
  const turned = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(turned)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([name, inner]) => [name, turned(inner)]),
          )
        : value
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(turned(value))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

it('refuses what JSON cannot say', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, { inner: () => 1 }, 1n])
    expect(() => canonicalJson(value)).toThrow()
  const round: { self?: unknown } = {}
  round.self = round
  expect(() => canonicalJson(round)).toThrow()
})
