import { describe, expect, it } from 'vitest'
import { grouped, groupedAt, plainNumber } from '@/lib/domain/identifiers/grouped'

describe('a number, grouped while it is typed', () => {
  it.each([
    ['', ''],
    ['138', '138'],
    ['1380', '138 0'],
    ['1380013', '138 0013'],
    ['13800138000', '138 0013 8000'],
    ['138-0013-8000', '138 0013 8000'],
    [' 138 0013 8000 ', '138 0013 8000'],
    ['１３８００１３８０００', '138 0013 8000'],
    ['+86 138-0013-8000', '+86 138 0013 8000'],
    ['(+86)13800138000', '+86 138 0013 8000'],
    ['138001380001', '138001380001'],
    ['021-5550 0100', '021-5550 0100'],
    ['+852 2345 6789', '+852 2345 6789'],
  ])('phone %j is shown as %j', (typed, shown) => {
    expect(grouped(typed, 'phone')).toBe(shown)
    expect(grouped(shown, 'phone')).toBe(shown)
  })

  it.each([
    ['8986', '8986'],
    ['89860', '8986 0'],
    ['8986 0110 1102 3117 0983', '8986 0110 1102 3117 0983'],
    ['89860110110231170983', '8986 0110 1102 3117 0983'],
    ['8986-0110-1102-3117-098', '8986 0110 1102 3117 098'],
  ])('card %j is shown as %j', (typed, shown) => expect(grouped(typed, 'fours')).toBe(shown))

  it.each([
    ['138 0013 8000', '13800138000'],
    ['+86 138 0013 8000', '+8613800138000'],
    ['8986 0110 1102', '898601101102'],
    ['021–5550 0100', '02155500100'],
  ])('%j is sent as %j', (shown, sent) => expect(plainNumber(shown)).toBe(sent))
})

describe('the caret', () => {
  it.each([
    // Typed: the caret goes on behind the new space.
    ['1380', 4, '138 0', 5],
    // In the middle: behind the same digit.
    ['1398 0013 8000', 3, '1398 0013 8000', 3],
    ['13900138000', 3, '139 0013 8000', 3],
    // A space that was deleted comes back, and the caret stands before it.
    ['1380013 8000', 3, '138 0013 8000', 3],
    ['138 00138000', 8, '138 0013 8000', 8],
    ['13800138000', 11, '138 0013 8000', 13],
  ])('in %j at %i', (typed, caret, text, place) =>
    expect(groupedAt(typed, caret, 'phone')).toEqual({ text, caret: place }),
  )
})
