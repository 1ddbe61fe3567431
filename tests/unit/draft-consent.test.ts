import { describe, expect, it } from 'vitest'
import { mayBeKept } from '@/lib/drafts/consent'

const reference = '23456789ABCD'

describe('a draft at the server', () => {
  it.each([
    ['requests/new', [['holder.name', 'a']], false],
    ['requests/new', [['consent:boolean', 'true']], true],
    [
      'requests/new',
      [
        ['consent:boolean', 'true'],
        ['consent:boolean', 'false'],
      ],
      false,
    ],
    ['requests/new', [['consent', 'true']], false],
    [`requests/${reference}/amend`, [['holder.name', 'a']], false],
    [`requests/${reference}/amend`, [['consent:boolean', 'true']], true],
    [`requests/${reference}/phase/before_review`, [['words', 'a']], true],
    [`requests/${reference}/move/ask`, [['words', 'a']], true],
  ] as [string, [string, string][], boolean][])('of %s with %j: %s', (place, fields, kept) =>
    expect(mayBeKept(place, fields)).toBe(kept),
  )
})
