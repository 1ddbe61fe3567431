import { type Day, addDays } from '@/lib/domain/days'

/**
 * When a carrier takes no online requests (P8): the last days of a month, and outside its hours
 * (`HH:MM`, Asia/Shanghai).
 */
export type OnlineRules = {
  monthEndDays: number
  onlineFrom: string | null
  onlineTo: string | null
}
export type Blackout = 'month_end' | 'hours'

/** Why online requests are blocked at this moment; null when they are accepted. */
export function blackoutAt(day: Day, time: string, rules: OnlineRules): Blackout | null {
  if (inLastDays(day, rules.monthEndDays)) return 'month_end'
  const { onlineFrom: from, onlineTo: to } = rules
  if (!from || !to) return null
  // The hours may span midnight.
  const open = from <= to ? time >= from && time < to : time >= from || time < to
  return open ? null : 'hours'
}

const inLastDays = (day: Day, days: number) =>
  days > 0 && addDays(day, days).slice(0, 7) !== day.slice(0, 7)

/** The next moment at which the carrier accepts online requests; the given one if it does now. */
export function opensNext(day: Day, time: string, rules: OnlineRules): { day: Day; time: string } {
  if (!blackoutAt(day, time, rules)) return { day, time }
  const opening = rules.onlineFrom ?? '00:00'
  const today = time < opening && !blackoutAt(day, opening, rules)
  let next = today ? day : addDays(day, 1)
  while (inLastDays(next, rules.monthEndDays)) next = addDays(next, 1)
  return { day: next, time: opening }
}
