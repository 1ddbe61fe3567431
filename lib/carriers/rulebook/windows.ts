import { type Day, addDays } from '@/lib/domain/days'
import type { OnlineWindow } from './topics'

export type Closed = 'day' | 'hours'
export type Opening = { day: Day; time: string }

/** Open on every day at every hour. */
export const alwaysOpen: OnlineWindow = { hours: null, closedDays: [], exceptions: [] }

/** The hours in which online requests are taken on a day that is not closed; null: all of them. */
export const hoursOn = (day: Day, window: OnlineWindow): OnlineWindow['hours'] =>
  window.exceptions.find(({ days }) => isAmong(day, days))?.hours ?? window.hours

/** Why online requests are not taken at this moment (P8, P14); null when they are. */
export function closedAt(day: Day, time: string, window: OnlineWindow): Closed | null {
  if (isAmong(day, window.closedDays)) return 'day'
  const hours = hoursOn(day, window)
  return hours && !isWithin(time, hours) ? 'hours' : null
}

// A window that is open at all opens within two months.
const daysLookedAt = 62

/** The next moment at which online requests are taken; null where the window never opens. */
export function opensNext(day: Day, time: string, window: OnlineWindow): Opening | null {
  for (let ahead = 0; ahead <= daysLookedAt; ahead++) {
    const next = addDays(day, ahead)
    if (isAmong(next, window.closedDays)) continue
    const earliest = ahead === 0 ? time : '00:00'
    const hours = hoursOn(next, window)
    if (!hours || isWithin(earliest, hours)) return { day: next, time: earliest }
    if (earliest < hours.from) return { day: next, time: hours.from }
  }
  return null
}

const isWithin = (time: string, { from, to }: NonNullable<OnlineWindow['hours']>) =>
  from <= to ? time >= from && time < to : time >= from || time < to

function isAmong(day: Day, days: readonly number[]): boolean {
  const date = Number(day.slice(8))
  const fromEnd = date - daysInMonth(day) - 1
  return days.includes(date) || days.includes(fromEnd)
}

function daysInMonth(day: Day): number {
  const [year, month] = day.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).getUTCDate()
}

/** Such a day of the month after, or that month's last day where it is shorter. */
export function dayOfNextMonth(day: Day, date: number): Day {
  const first = addDays(`${day.slice(0, 7)}-01`, daysInMonth(day))
  return addDays(first, Math.min(date, daysInMonth(first)) - 1)
}
