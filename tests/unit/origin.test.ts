import { expect, it } from 'vitest'
import { sameOrigin } from '@/lib/auth/origin'

it.each([
  [{}, true],
  [{ host: 'desk.example', origin: 'https://desk.example' }, true],
  [{ host: 'localhost:3000', origin: 'http://localhost:3000' }, true],
  [{ host: '10.0.0.5:3000', 'x-forwarded-host': 'desk.example', origin: 'https://desk.example' }, true],
  [{ host: 'desk.example', origin: 'https://evil.example' }, false],
  [{ host: 'desk.example', origin: 'https://desk.example.evil.example' }, false],
  [{ host: 'desk.example', origin: 'null' }, false],
])('%j comes from the desk itself: %s', (headers, expected) => {
  expect(sameOrigin(new Request('https://desk.example/api', { method: 'POST', headers: headers as Record<string, string> }))).toBe(expected)
})
