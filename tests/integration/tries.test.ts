import { beforeAll, describe, expect, it } from 'vitest'
import { addressOf } from '@/lib/tries/address'
import { tryLimits } from '@/lib/tries/limits'
import { countTry, refundTry } from '@/lib/tries/commands'
import { database } from '@/lib/db/client'

beforeAll(async () => void (await database().$executeRaw`delete from attempt`))

describe('tries', () => {
  it('are counted also when concurrent, and refused beyond the limit with the time to wait', async () => {
    const most = tryLimits.status_reference.points
    const waits = await Promise.all(
      Array.from({ length: most * 3 }, () => countTry([['status_reference', 'REF-A']])),
    )
    expect(waits.filter((wait) => wait === 0)).toHaveLength(most)
    for (const wait of waits.filter(Boolean))
      expect(wait).toBeLessThanOrEqual(tryLimits.status_reference.duration)
    expect(await countTry([['status_reference', 'REF-B']])).toBe(0)
  })

  it('that were right are taken back', async () => {
    for (let count = 0; count < tryLimits.status_reference.points * 2; count++) {
      expect(
        await countTry([
          ['status_reference', 'REF-C'],
          ['status_address', 'somewhere'],
        ]),
      ).toBe(0)
      await refundTry([
        ['status_reference', 'REF-C'],
        ['status_address', 'somewhere'],
      ])
    }
  })

  it('are refused when one of several limits is reached', async () => {
    for (let count = 0; count < tryLimits.code_sent.points; count++)
      await countTry([['code_sent', 'x']])
    expect(
      await countTry([
        ['status_address', 'elsewhere'],
        ['code_sent', 'x'],
      ]),
    ).toBeGreaterThan(0)
  })
})

it('counts nothing after a limit that refuses: one address cannot use up shared limits', async () => {
  const attacker = ['verify_address', '198.51.100.66'] as const
  for (let turn = 0; turn < tryLimits.verify_address.points; turn += 1) await countTry([attacker])
  for (let turn = 0; turn < tryLimits.status_reference.points; turn += 1) {
    expect(await countTry([attacker, ['status_reference', 'victim']])).toBeGreaterThan(0)
  }
  expect(await countTry([['status_reference', 'victim']])).toBe(0)
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
