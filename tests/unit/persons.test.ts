import { describe, expect, it } from 'vitest'
import { personsIn } from '@/lib/domain/identifiers/persons'
import { groupReference, makeReference } from '@/lib/domain/identifiers/reference'

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

  it('finds no person in plain words', () => {
    expect(personsIn(['余额什么时候退？', 'When does it come?', '12.80'])).toEqual([])
  })

  it.each([
    ['a number twice', ['13800138000', 'or 138-0013-8000'], ['+8613800138000']],
    ['a number behind a date', ['2026-03-10 13800138000'], ['+8613800138000']],
    ['a spaced number behind a date', ['2026-03-10 138 0013 8000'], ['+8613800138000']],
    ['one with its country behind a date', ['2026-03-10 8613800138000'], ['+8613800138000']],
    ['none with more digits behind a date', ['2026-03-10 86513800138000'], []],
    ['two numbers in a row', ['13800138000 13800138001'], ['+8613800138000', '+8613800138001']],
    ['a number within more digits', ['9913800138000123456789'], []],
    ['a number with a country code, with a hyphen', ['86-13800138000'], ['+8613800138000']],
    ['a number of elsewhere', ['+44 20 7946 0958'], ['+442079460958']],
    ['a landline', ['021-55500100'], ['+862155500100']],
    ['two addresses', ['A@B.test, c.d+e%f@g-h.co.test'], ['a@b.test', 'c.d+e%f@g-h.co.test']],
    ['no address without a dot', ['a@b or @c.test'], []],
    ['full-width letters', ['ａ＠ｂ．ｔｅｓｔ'], ['a@b.test']],
    ['a reference behind a word', [`ref ${reference}`], [reference]],
    ['a reference in groups', [`x ${groupReference(reference).toLowerCase()}.`], [reference]],
    ['a reference in spaced groups', [groupReference(reference).replaceAll('-', ' ')], [reference]],
    ['a reference in the midst of a word', [`a${reference}`], []],
    ['a reference before more letters', [`${reference}a`], []],
    [
      'one with a wrong character',
      [reference.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A'))],
      [],
    ],
    ['nothing', [], []],
  ] as [string, string[], string[]][])('finds %s', (_, texts, persons) => {
    expect(personsIn(texts)).toEqual(persons)
  })
})
