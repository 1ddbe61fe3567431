import { type Day, dayOf, timeOf } from '@/lib/domain/days'
import type { Locale } from './routing'

/** How days and moments, all of them in Asia/Shanghai, are written for one kind of reader. */
export type Dates = {
  /** A day, or the day of a moment. */
  day(day: Day | Date): string
  /** A moment to the minute; as text it is ISO 8601. */
  moment(at: Date | string): string
}

/** For staff, in both languages: `2026-11-28`, `2026-11-28 14:05`. */
export const staffDates: Dates = {
  day: (day) => (typeof day === 'string' ? day : dayOf(day)),
  moment: (at) => `${dayOf(new Date(at))} ${timeOf(new Date(at))}`,
}

/**
 * For customers on a screen and in messages: `11月28日`, `28 November`; with the year when it is
 * not that of `now` in Asia/Shanghai.
 */
export function customerDates(locale: Locale, now: Date): Dates {
  const thisYear = dayOf(now).slice(0, 4)
  return spelledOut(locale, (day) => !day.startsWith(thisYear))
}

/** For customers on what is kept, such as a slip or a receipt: always with the year. */
export const paperDates = (locale: Locale): Dates => spelledOut(locale, () => true)

function spelledOut(locale: Locale, withYear: (day: Day) => boolean): Dates {
  const { dayAndMonth, all } = formats[locale]
  const written = (day: Day) => (withYear(day) ? all : dayAndMonth).format(noonOf(day))
  return {
    day: (day) => written(staffDates.day(day)),
    moment: (at) => {
      const moment = new Date(at)
      return `${written(dayOf(moment))}${locale === 'en' ? ', ' : ' '}${timeOf(moment)}`
    },
  }
}

const noonOf = (day: Day) => new Date(`${day}T12:00:00Z`)
const formatIn = (tag: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })

// English spells out the month, since 3/4 is ambiguous; the day stands first, as in British use.
const dayAndMonth = { month: 'long', day: 'numeric' } as const
const all = { ...dayAndMonth, year: 'numeric' } as const
const formats = {
  'zh-CN': { dayAndMonth: formatIn('zh-CN', dayAndMonth), all: formatIn('zh-CN', all) },
  en: { dayAndMonth: formatIn('en-GB', dayAndMonth), all: formatIn('en-GB', all) },
}

/** What a day of the week is called: `星期六`, `Saturday`; short, `周六`, `Sat`. */
export const weekdayIn = (language: string, day: Day, length: 'long' | 'short' = 'long') =>
  formatIn(language, { weekday: length }).format(noonOf(day))
