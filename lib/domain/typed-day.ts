import { type Day, addDays, isDay } from './days'

type Reading = {
  today: Day
  /** Which of `3/4` comes first. */
  first: 'month' | 'day'
  /** The days that make sense, for a day written without its year. */
  min?: Day
  max?: Day
}

const spoken: Record<string, number> = {
  今天: 0,
  today: 0,
  昨天: -1,
  yesterday: -1,
  明天: 1,
  tomorrow: 1,
}

const dayAt = (year: string, month: string, day: string): Day | null => {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(written) ? written : null
}

/**
 * The day that somebody typed: `2026-11-27`, `2026/11/27`, `20261127`, `2026年11月27日`, without
 * its year `11月27日`, `27/11` or `11-27`, or `今天`, `today` and their neighbours. Null for
 * anything else. A day without its year is the one nearest to today between `min` and `max`.
 */
export function typedDay(typed: string, reading: Reading): Day | null {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  const away = spoken[text]
  if (away !== undefined) return addDays(reading.today, away)
  const whole =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text)
  if (whole) return dayAt(whole[1] ?? '', whole[2] ?? '', whole[3] ?? '')
  const named = /^(\d{1,2})\s*月\s*(\d{1,2})\s*日?$/.exec(text)
  if (named) return nearest(named[1] ?? '', named[2] ?? '', reading)
  const [, one, other] = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})$/.exec(text) ?? []
  if (!one || !other) return null
  const orders = [nearest(one, other, reading), nearest(other, one, reading)]
  if (reading.first === 'day') orders.reverse()
  return orders.find((day) => day !== null) ?? null
}

function nearest(month: string, day: string, { today, min, max }: Reading): Day | null {
  const year = Number(today.slice(0, 4))
  const found = [year - 1, year, year + 1].flatMap((one) => dayAt(String(one), month, day) ?? [])
  const sensible = found.filter((one) => (!min || one >= min) && (!max || one <= max))
  const away = (one: Day) => Math.abs(Date.parse(one) - Date.parse(today))
  return (sensible.length ? sensible : found).reduce<Day | null>(
    (best, one) => (best && away(best) <= away(one) ? best : one),
    null,
  )
}
