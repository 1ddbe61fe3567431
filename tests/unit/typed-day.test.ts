import { describe, expect, it } from 'vitest'
import { typedDay } from '@/lib/domain/typed-day'

const reading = { today: '2026-11-28', first: 'day' } as const

describe('a typed day', () => {
  it.each([
    ['2026-11-27', '2026-11-27'],
    ['2026/1/7', '2026-01-07'],
    ['20261127', '2026-11-27'],
    ['２０２６１１２７', '2026-11-27'],
    ['2026年11月27日', '2026-11-27'],
    ['11月27日', '2026-11-27'],
    ['27/11', '2026-11-27'],
    ['11/27', '2026-11-27'],
    [' Today ', '2026-11-28'],
    ['今天', '2026-11-28'],
    ['昨天', '2026-11-27'],
    ['tomorrow', '2026-11-29'],
  ])('%s is %s', (typed, day) => expect(typedDay(typed, reading)).toBe(day))

  it.each(['', '27', '2026-02-30', '30/2', '2026-13-01', 'soon', '1/2/3/4'])(
    '%s is not a day',
    (typed) => expect(typedDay(typed, reading)).toBeNull(),
  )

  it('is read in the order of its language where both orders are days', () => {
    expect(typedDay('3/11', reading)).toBe('2026-11-03')
    expect(typedDay('11/3', { ...reading, first: 'month' })).toBe('2026-11-03')
  })

  it('without a year is the nearest, within the days that make sense', () => {
    expect(typedDay('5/1', reading)).toBe('2027-01-05')
    expect(typedDay('5/1', { ...reading, max: '2026-11-28' })).toBe('2026-01-05')
    expect(typedDay('27/11', { ...reading, min: '2026-11-28' })).toBe('2027-11-27')
    expect(typedDay('29/2', { ...reading, today: '2027-06-01' })).toBe('2028-02-29')
  })
})
