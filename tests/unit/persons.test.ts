import { describe, expect, it } from 'vitest'
import { personsIn } from '@/lib/identifiers/persons'
import { groupReference, makeReference } from '@/lib/identifiers/reference'

const reference = makeReference(new Uint8Array(32).map((_, place) => place * 5))

describe('by what a person may be known in words', () => {
  it.each([
    ['13800138000', '+8613800138000'],
    ['号码138 0013-8000谢谢', '+8613800138000'],
    ['办于 2026-03-10 13800138000，未退', '+8613800138000'],
    ['+86 138 0013 8000', '+8613800138000'],
    ['021-6123 4567', '+862161234567'],
    ['请回 Some.One+x@Customer.test。', 'some.one+x@customer.test'],
    [`my reference ${groupReference(reference)} please`, reference],
    [reference.toLowerCase(), reference],
  ])('%s', (words, person) => {
    expect(personsIn([words])).toContain(person)
  })

  it('finds nobody in words alone', () => {
    expect(personsIn(['余额什么时候退？', 'When does it come?', '12.80'])).toEqual([])
  })
})
