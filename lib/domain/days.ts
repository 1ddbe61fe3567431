/** A day in Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = string

const zone = 'Asia/Shanghai'
const formatter = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day of a moment in Asia/Shanghai, whatever the server's zone (D3). */
export const dayOf = (moment: Date): Day => formatter.format(moment)

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
})

/** The time of a moment in Asia/Shanghai, `HH:MM`. */
export const timeOf = (moment: Date): string => clock.format(moment)

/** Midnight at the start of a day in Asia/Shanghai. */
export const startOf = (day: Day): Date => new Date(`${day}T00:00:00+08:00`)

/**
 * The day `days` calendar days later (earlier when negative). Throws a `RangeError` outside the
 * years 0000 to 9999: truncated to ten characters such a day is invalid, and a loop over it would
 * never end.
 */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  const year = date.getUTCFullYear()
  if (year < 0 || year > 9999) throw new RangeError('a day outside the years 0000 to 9999')
  return date.toISOString().slice(0, 10)
}

/** Calendar days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000

/** Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

export const yearOf = (day: Day) => Number(day.slice(0, 4))

/** Whether this is an existing day in the form `YYYY-MM-DD`. */
export const isDay = (text: string): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  addDays(text, 0) === text
