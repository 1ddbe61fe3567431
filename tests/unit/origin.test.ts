import { expect, it } from 'vitest'
import { sameOrigin } from '@/lib/ops/web/same-origin.mjs'

const from = (headers: Record<string, string>, rest: object = {}, proxies = 0) =>
  sameOrigin(
    { method: 'POST', url: '/requests/new', headers, ...rest },
    'https://desk.example',
    proxies,
  ) as boolean

it.each([
  [{}, true],
  [{ host: 'desk.example', origin: 'https://desk.example' }, true],
  [{ host: 'localhost:3000', origin: 'http://localhost:3000' }, true],
  [{ host: '10.0.0.5:3000', origin: 'https://desk.example' }, true],
  [{ host: 'desk.example', 'sec-fetch-site': 'same-origin' }, true],
  [{ host: 'desk.example', 'sec-fetch-site': 'cross-site' }, false],
  [{ host: 'desk.example', origin: 'https://evil.example' }, false],
  [{ host: 'desk.example', origin: 'https://desk.example.evil.example' }, false],
  [{ host: 'desk.example', origin: 'null' }, false],
  [{ host: 'desk.example', origin: '' }, false],
  [
    { host: 'desk.example', 'x-forwarded-host': 'evil.example', origin: 'https://evil.example' },
    false,
  ],
])('%j comes from the desk itself: %s', (headers, expected) =>
  expect(from(headers as Record<string, string>)).toBe(expected),
)

it("believes a proxy of the operator's about the name that it was asked by", () =>
  expect(
    from(
      {
        host: '10.0.0.5:3000',
        'x-forwarded-host': 'other.example',
        origin: 'https://other.example',
      },
      {},
      1,
    ),
  ).toBe(true))

it('does not apply to reads, nor to programs with an API key', () => {
  expect(from({ host: 'desk.example', origin: 'https://evil.example' }, { method: 'GET' })).toBe(
    true,
  )
  expect(
    from({ host: 'desk.example', origin: 'https://evil.example' }, { url: '/api/v1/requests' }),
  ).toBe(true)
  expect(from({ host: 'desk.example', origin: 'https://evil.example' }, { url: '/api/v1x' })).toBe(
    false,
  )
})
