import { type Day, addDays } from '@/lib/domain/days'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** `HH:MM` in Asia/Shanghai; `to` is later than `from`. */
export type Span = { from: string; to: string }

/** When a store is open; null: closed that day. Exceptions go before the week. */
export type StoreHours = {
  week: Record<Weekday, Span | null>
  exceptions: readonly { from: Day; to: Day; hours: Span | null }[]
}

export type StoreOpening = { day: Day; time: string }

export function weekdayOf(day: Day): Weekday {
  const fromSunday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekdays[(fromSunday + 6) % 7] as Weekday
}

/** When a store is open on a day; null: it is closed. */
export function hoursOnDay({ week, exceptions }: StoreHours, day: Day): Span | null {
  const exception = exceptions.find(({ from, to }) => from <= day && day <= to)
  return exception ? exception.hours : week[weekdayOf(day)]
}

/** The last hour of a store that is open at this moment; null: it is not. */
export function openUntil(hours: StoreHours, day: Day, time: string): string | null {
  const today = hoursOnDay(hours, day)
  return today && today.from <= time && time < today.to ? today.to : null
}

// Long closings are for weeks; one of two months is as good as for ever.
const daysLookedAt = 62

/** When a store that is closed at this moment opens next; null: not within two months. */
export function storeOpensNext(hours: StoreHours, day: Day, time: string): StoreOpening | null {
  for (let ahead = 0; ahead <= daysLookedAt; ahead++) {
    const next = addDays(day, ahead)
    const open = hoursOnDay(hours, next)
    if (open && (ahead > 0 || time < open.from)) return { day: next, time: open.from }
  }
  return null
}

export type DaysAlike = { first: Weekday; last: Weekday; hours: Span | null }

/** The week in as few parts as it can be told: neighbouring days with the same hours are one. */
export function weekInParts({ week }: Pick<StoreHours, 'week'>): DaysAlike[] {
  const parts: DaysAlike[] = []
  for (const day of weekdays) {
    const [hours, before] = [week[day], parts.at(-1)]
    const same = before?.hours?.from === hours?.from && before?.hours?.to === hours?.to
    if (before && same) before.last = day
    else parts.push({ first: day, last: day, hours })
  }
  return parts
}

/** The exceptions that are not over yet, in the order of their days. */
export const exceptionsFrom = ({ exceptions }: Pick<StoreHours, 'exceptions'>, day: Day) =>
  exceptions
    .filter(({ to }) => to >= day)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
