import { describe, expect, it } from 'vitest'
import { readableAddress } from '@/lib/ops/web/readable-addresses.mjs'

describe('an address', () => {
  it.each([
    ['/requests', '/requests'],
    ['/requests/%25', '/requests/-'],
    ['/en/bags/%2525?step=%ff', '/en/bags/-?step=%ff'],
    ['/requests/%/amend', '/requests/-/amend'],
    ['/x%00y/z', '/-/z'],
    ['/bags/%E9%94%80', '/bags/%E9%94%80'],
    ['/bags/a%2Fb', '/bags/a%2Fb'],
    ['/requests?q=a%00b&store=%00', '/requests?q=ab&store='],
    ['/api/v1/requests/%25?cursor=%00', '/api/v1/requests/-?cursor=%00'],
  ])('%s is read as %s', (given, expected) => expect(readableAddress(given)).toBe(expected))
})
