import type { Locale } from './routing'

/** Date and time formats; English spells out the month, since 3/4 is ambiguous. */
export const formatsOf = (locale: Locale) => {
  const day = {
    year: 'numeric',
    month: locale === 'en' ? 'short' : '2-digit',
    day: locale === 'en' ? 'numeric' : '2-digit',
  } as const
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  // For customers on paper: 2026年12月2日.
  const printed = {
    year: 'numeric',
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
  } as const
  return {
    dateTime: {
      day,
      moment: { ...day, ...time },
      printed,
      printedMoment: { ...printed, ...time },
    },
  } as const
}
