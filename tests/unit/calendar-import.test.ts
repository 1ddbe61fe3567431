import { describe, expect, it } from 'vitest'
import { readYear } from '@/lib/calendar/import'
import { calculatePromise, recalculatedPromises } from '@/lib/cancellation/rules/promises'
import { recordIn } from './situations'

const head = 'date,day,name_zh,name_en\n'

describe('importing a year', () => {
  it('reads holidays and make-up days in any order, with a BOM and Windows line ends', () => {
    const text =
      `\uFEFFdate,day,name_zh,name_en\r\n2027-10-01,off,国庆节,National Day\r\n\r\n` +
      `2027-02-14,work,春节,Spring Festival\r\n2027-10-02,off,国庆节,National Day\r\n`
    expect(readYear(text, 2027)).toEqual({
      faults: [],
      // The second of October is a Saturday: nothing that has to be kept.
      days: [
        { date: '2027-10-01', working: false, nameZh: '国庆节', nameEn: 'National Day' },
        { date: '2027-02-14', working: true, nameZh: '春节', nameEn: 'Spring Festival' },
      ],
    })
  })

  it.each([
    ['', { line: 1, column: 1, code: 'nothing_there' }],
    ['when,day,name_zh,name_en\n2027-10-01,off,a,b', { line: 1, column: 1, code: 'columns_wrong' }],
    [`${head}2027-10-01,off,a,b\n2027-02-30,off,a,b`, { line: 3, column: 1, code: 'not_a_day' }],
    [`${head}2026-10-01,off,a,b`, { line: 2, column: 1, code: 'other_year' }],
    [`${head}2027-10-01,off,a,b\n2027-10-01,work,a,b`, { line: 3, column: 1, code: 'named_twice' }],
    [`${head}2027-10-01,holiday,a,b`, { line: 2, column: 2, code: 'off_or_work' }],
    [`${head}2027-10-01,off,,b`, { line: 2, column: 3, code: 'name_missing' }],
    [`${head}2027-10-01,off,a`, { line: 2, column: 4, code: 'csv_malformed' }],
    [`${head}2027-10-01,off,"a,b`, { line: 2, column: 3, code: 'csv_malformed' }],
  ])('names line and column of what is wrong, and takes nothing: %j', (text, fault) => {
    const { days, faults } = readYear(text, 2027)
    expect(days).toEqual([])
    expect(faults[0]).toMatchObject({ code: fault.code, line: fault.line })
    expect(faults[0]?.column).toBe(fault.column)
  })
})

describe('what is wrong with a year', () => {
  it('reports all faults at once, each with its line and column', () => {
    const text = `${head}2027-02-30,x,,\n2027-10-01,off,a,b\n2026-10-01,work,a,\n`
    expect(readYear(text, 2027)).toEqual({
      days: [],
      faults: [
        { line: 2, column: 1, code: 'not_a_day' },
        { line: 2, column: 2, code: 'off_or_work' },
        { line: 2, column: 3, code: 'name_missing' },
        { line: 2, column: 4, code: 'name_missing' },
        { line: 4, column: 1, code: 'other_year' },
        { line: 4, column: 4, code: 'name_missing' },
      ],
    })
  })

  it.each([
    ['day', 'date,name_zh,name_en', 2],
    ['name_zh', 'date,day,name_en', 3],
    ['name_en', 'date,day,name_zh', 4],
  ])('may be the column %s that is not there', (_, header, column) => {
    const text = `${header}\n2027-10-01,off,a`
    expect(readYear(text, 2027).faults).toEqual([{ line: 1, column, code: 'columns_wrong' }])
  })

  it('ignores extra columns, spaces and empty lines', () => {
    const text = 'date, day ,name_zh,name_en,note\n\n 2027-10-01 ,off, a ,b,c\n'
    expect(readYear(text, 2027)).toEqual({
      faults: [],
      days: [{ date: '2027-10-01', working: false, nameZh: 'a', nameEn: 'b' }],
    })
  })

  it('reports a day that repeats what its weekday implies', () => {
    const text = `${head}2027-10-02,off,a,b\n2027-10-04,work,a,b\n2027-10-03,work,a,b`
    expect(readYear(text, 2027)).toEqual({
      faults: [],
      days: [{ date: '2027-10-03', working: true, nameZh: 'a', nameEn: 'b' }],
    })
  })

  it('is a line with more values than there are columns', () => {
    const text = `${head}2027-10-01,off,a,b,c,d,e,f`
    expect(readYear(text, 2027).faults).toEqual([{ line: 2, column: 5, code: 'csv_malformed' }])
  })
})

describe('promises by a calendar that changes (D2)', () => {
  const bare = { exceptions: new Map<string, boolean>(), publishedYears: new Set([2026]) }
  const published = {
    exceptions: new Map([
      ['2027-01-01', false],
      ['2027-01-04', false],
    ]),
    publishedYears: new Set([2026, 2027]),
  }
  const decision = calculatePromise(
    { from: '2026-12-30', workingDays: 3, thenDays: 0 },
    'from_submission',
    bare,
  )
  const end = calculatePromise(
    { from: decision.date, workingDays: 1, thenDays: 0 },
    'from_submission',
    bare,
  )

  it('move with their reason, and lose the mark of an estimate', () => {
    expect(decision).toMatchObject({ date: '2027-01-04', estimated: true })
    expect(
      recalculatedPromises(recordIn('in_review', { promises: { decision, end } }), published),
    ).toEqual({
      decision: {
        date: '2027-01-06',
        estimated: false,
        reason: 'calendar_changed',
        reckoned: decision.reckoned,
      },
      end: {
        date: '2027-01-07',
        estimated: false,
        reason: 'calendar_changed',
        reckoned: { from: '2027-01-06', workingDays: 1, thenDays: 0 },
      },
    })
  })

  it('stay when nothing differs, while the clock is paused, and after the end', () => {
    expect(
      recalculatedPromises(recordIn('in_review', { promises: { decision, end } }), bare),
    ).toBeNull()
    expect(
      recalculatedPromises(recordIn('needs_info', { promises: { decision, end } }), published),
    ).toBeNull()
    expect(
      recalculatedPromises(recordIn('completed', { promises: { decision, end } }), published),
    ).toBeNull()
  })

  it('stay when an old promise lacks the day it was counted from', () => {
    const { reckoned: _, ...old } = decision
    expect(
      recalculatedPromises(recordIn('in_review', { promises: { decision: old, end } }), published),
    ).toBeNull()
    expect(
      recalculatedPromises(
        recordIn('closing', { promises: { decision: old, end: old } }),
        published,
      ),
    ).toBeNull()
  })

  it('keep a decision that was made', () => {
    expect(
      recalculatedPromises(recordIn('closing', { promises: { decision, end } }), published),
    ).toEqual({
      end: {
        date: '2027-01-05',
        estimated: false,
        reason: 'calendar_changed',
        reckoned: end.reckoned,
      },
    })
    const fixed = { ...end, reason: 'pre_cancelled' as const }
    expect(
      recalculatedPromises(recordIn('closing', { promises: { decision, end: fixed } }), published),
    ).toBeNull()
  })
})
