import type { Locale } from './routing'

/** Date and time formats; English spells out the month, since 3/4 is ambiguous. */
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
