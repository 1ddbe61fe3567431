import type { useTranslations } from 'next-intl'
import { type Day, addDays } from '@/lib/domain/days'
import { weekdayIn } from '@/lib/i18n/dates'
import type { Locale } from '@/lib/i18n/routing'
import {
  type DaysAlike,
  type Span,
  type StoreHours,
  type Weekday,
  hoursOnDay,
  openUntil,
  storeOpensNext,
  weekInParts,
  weekdays,
} from '@/lib/stores/hours'

type Words = ReturnType<typeof useTranslations<'words'>>

const aMonday = '2024-01-01'

export const weekdayName = (locale: Locale, day: Weekday) =>
  weekdayIn(locale, addDays(aMonday, weekdays.indexOf(day)), 'short')

/** `09:00–18:00` */
export const written = (span: Span) => `${span.from}–${span.to}`

/** The hours of a usual week: `周一至周五 09:00–18:00；周六至周日 10:00–17:00`. */
export function weekText(hours: Pick<StoreHours, 'week'>, locale: Locale, words: Words): string {
  return weekInParts(hours)
    .map((days) => {
      const { hours: span } = days
      return `${daysText(days, locale, words)} ${span ? written(span) : words('openingHours.closed')}`
    })
    .join(words('semicolon'))
}

/** Today's hours, and when a store that is closed now opens next. */
export function todayText(
  hours: StoreHours,
  { day, time }: { day: Day; time: string },
  words: Words,
  dayText: (day: Day) => string,
): string {
  const today = hoursOnDay(hours, day)
  if (today && (openUntil(hours, day, time) || time < today.from))
    return words('openingHours.today', { hours: written(today) })
  const next = storeOpensNext(hours, day, time)
  return next
    ? words('openingHours.opensNext', { day: dayText(next.day), time: next.time })
    : words('openingHours.closedToday')
}

/** Whether a store is open at this moment and until when, or when it opens next. */
export function nowText(
  hours: StoreHours,
  { day, time }: { day: Day; time: string },
  words: Words,
  dayText: (day: Day) => string,
): string {
  const until = openUntil(hours, day, time)
  if (until) return words('openingHours.openUntil', { time: until })
  const next = storeOpensNext(hours, day, time)
  if (next?.day === day) return words('openingHours.opensToday', { time: next.time })
  return todayText(hours, { day, time }, words, dayText)
}

/** Days that are alike: `周二至周四`; one alone is its own name. */
export const daysText = ({ first, last }: DaysAlike, locale: Locale, words: Words) => {
  const [from, to] = [weekdayName(locale, first), weekdayName(locale, last)]
  return first === last ? from : words('openingHours.days', { first: from, last: to })
}
