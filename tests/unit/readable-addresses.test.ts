import { describe, expect, it } from 'vitest'
import { allowedRequests, rowOf } from '@/lib/ops/web/allowed-requests.mjs'
import { readableAddress } from '@/lib/ops/web/readable-addresses.mjs'

/** Every letter, digit and mark of a text as an escape. */
const escaped = (text: string, times = 1): string => {
  const once = text.replaceAll(
    /[\w.~-]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
  return times > 1 ? once.replaceAll('%', '%25') : once
}

describe('an address', () => {
  it('of every row is judged by its own row, however it is spelled', () => {
    for (const row of allowedRequests) {
      const address = row.path.replace('/[[...number]]', '').replaceAll(/\[[.\w]+\]/g, 'x-1')
      const own = rowOf(address)
      for (const spelled of [escaped(address), escaped(address, 2)]) {
        expect(rowOf(readableAddress(spelled)), spelled).toBe(own)
      }
    }
  })

  it.each([
    ['/requests', '/requests'],
    ['/requests/%25', '/requests/-'],
    ['/en/bags/%2525?step=%ff', '/en/bags/-?step=%ff'],
    ['/requests/%/amend', '/requests/-/amend'],
    ['/x%00y/z', '/-/z'],
    ['/bags/%E9%94%80', '/bags/%E9%94%80'],
    ['/bags/a%2Fb', '/bags/-'],
    ['/bags/a%252fb', '/bags/-'],
    ['/api%2Faudit', '/-'],
    ['/requests/a%5Cb', '/requests/-'],
    ['/api/%61udit', '/api/audit'],
    ['/api/%2561udit', '/api/audit'],
    ['/%61%70%69/%68ealth?x=%61', '/api/health?x=%61'],
    ['/en/%5Fx%2D%7e', '/en/_x-~'],
    ['/requests/%2e%2E', '/requests/-'],
    ['/requests/..', '/requests/-'],
    ['/api/x/../audit', '/api/x/-/audit'],
    ['/./audit', '/-/audit'],
    ['/robots%2Etxt', '/robots.txt'],
    ['/requests?q=a%00b&store=%00', '/requests?q=ab&store='],
    ['/api/v1/requests/%25?cursor=%00', '/api/v1/requests/-?cursor=%00'],
  ])('%s is read as %s', (given, expected) => expect(readableAddress(given)).toBe(expected))
})
