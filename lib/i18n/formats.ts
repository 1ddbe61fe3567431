import type { Locale } from './routing'

/**
 * Dates and times as they are written at a counter; in English with the month's name, since 3/4 is
 * two days.
 */
export const formatsOf = (locale: Locale) => {
  const day = {
    year: 'numeric',
    month: locale === 'en' ? 'short' : '2-digit',
    day: locale === 'en' ? 'numeric' : '2-digit',
  } as const
  return {
    dateTime: { day, moment: { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } },
  } as const
}
