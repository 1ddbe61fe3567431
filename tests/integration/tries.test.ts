import { beforeAll, describe, expect, it } from 'vitest'
import { addressOf } from '@/lib/rate-limits/address'
import { rateLimits } from '@/lib/rate-limits/limits'
import { countAttempt, refundAttempt } from '@/lib/rate-limits/commands'
import { database } from '@/lib/db/client'

beforeAll(async () => void (await database().$executeRaw`delete from attempt`))

describe('tries', () => {
  it('are counted also when concurrent, and refused beyond the limit with the time to wait', async () => {
    const most = rateLimits.status_reference.points
    const waits = await Promise.all(
      Array.from({ length: most * 3 }, () => countAttempt([['status_reference', 'REF-A']])),
    )
    expect(waits.filter((wait) => wait === 0)).toHaveLength(most)
    for (const wait of waits.filter(Boolean))
      expect(wait).toBeLessThanOrEqual(rateLimits.status_reference.duration)
    expect(await countAttempt([['status_reference', 'REF-B']])).toBe(0)
  })

  it('that were right are taken back', async () => {
    for (let count = 0; count < rateLimits.status_reference.points * 2; count++) {
      expect(
        await countAttempt([
          ['status_reference', 'REF-C'],
          ['status_address', 'somewhere'],
        ]),
      ).toBe(0)
      await refundAttempt([
        ['status_reference', 'REF-C'],
        ['status_address', 'somewhere'],
      ])
    }
  })

  it('are refused when one of several limits is reached', async () => {
    for (let count = 0; count < rateLimits.code_sent.points; count++)
      await countAttempt([['code_sent', 'x']])
    expect(
      await countAttempt([
        ['status_address', 'elsewhere'],
        ['code_sent', 'x'],
      ]),
    ).toBeGreaterThan(0)
  })
})

it('counts nothing after a limit that refuses: one address cannot use up shared limits', async () => {
  const attacker = ['verify_address', '198.51.100.66'] as const
  for (let turn = 0; turn < rateLimits.verify_address.points; turn += 1)
    await countAttempt([attacker])
  for (let turn = 0; turn < rateLimits.status_reference.points; turn += 1) {
    expect(await countAttempt([attacker, ['status_reference', 'victim']])).toBeGreaterThan(0)
  }
  expect(await countAttempt([['status_reference', 'victim']])).toBe(0)
})

describe('an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7, 10.0.0.1', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::', '2001:db8:1:2::/64'],
    ['nonsense', 'unknown'],
    [null, 'unknown'],
  ])('%s counts as %s', (given, expected) => expect(addressOf({ get: () => given })).toBe(expected))
})
