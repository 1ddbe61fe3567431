import { audit } from '@/lib/db/audit'
import { type Transaction, transaction } from '@/lib/db/client'
import { queueJob } from '@/lib/db/queue'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import type { Day } from '@/lib/domain/days'
import type { ExceptionDay } from './import'

type CalendarWritten = Result<{ year: number }, Refusal<'setting_changed' | 'not_found'>>
const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`)

/**
 * Replaces all days of a year (D2). `seen` is the year's last change as the author saw it, null for
 * a new year; refused if it changed since. A job recalculates the promises.
 */
export const replaceYear = (
  by: string,
  year: number,
  days: readonly ExceptionDay[],
  seen: string | null,
  now: Date,
) =>
  changeYear(by, year, seen, now, async (tx) => {
    await tx.calendarDay.deleteMany({ where: { year } })
    await tx.calendarDay.createMany({
      data: days.map(({ date, ...day }) => ({ ...day, year, date: dateOf(date) })),
    })
  })

/** Sets one day of a year, replacing its previous value. */
export const setDay = (
  by: string,
  year: number,
  { date, ...day }: ExceptionDay,
  seen: string | null,
  now: Date,
) =>
  changeYear(by, year, seen, now, (tx) =>
    tx.calendarDay.upsert({
      where: { date: dateOf(date) },
      create: { ...day, year, date: dateOf(date) },
      update: day,
    }),
  )

/** Resets a day to its weekday's default. */
export const clearDay = (by: string, year: number, date: Day, seen: string | null, now: Date) =>
  changeYear(by, year, seen, now, (tx) =>
    tx.calendarDay.deleteMany({ where: { date: dateOf(date), year } }),
  )

/**
 * Marks a year's calendar as published or unpublished; days calculated across an unpublished year
 * are estimates (预计).
 */
export const markPublished = (
  by: string,
  year: number,
  published: boolean,
  seen: string | null,
  now: Date,
) =>
  changeYear(by, year, seen, now, (tx) =>
    tx.calendarYear.update({ where: { year }, data: { published } }),
  )

const changeYear = (
  by: string,
  year: number,
  seen: string | null,
  now: Date,
  change: (tx: Transaction) => Promise<unknown>,
) =>
  transaction(async (tx): Promise<CalendarWritten> => {
    const [held] = await tx.$queryRaw<
      { changedAt: Date }[]
    >`select changed_at as "changedAt" from calendar_year where year = ${year} for update`
    if ((held?.changedAt.toISOString() ?? null) !== seen)
      return refused({ code: 'setting_changed' })
    if (!held) await tx.calendarYear.create({ data: { year, published: false, changedAt: now } })
    const before = await shownOf(tx, year)
    await change(tx)
    await audit(
      tx,
      {
        by,
        what: 'calendar.change',
        subject: String(year),
        before,
        after: await shownOf(tx, year),
      },
      now,
    )
    await tx.calendarYear.update({ where: { year }, data: { changedAt: now } })
    await queueJob(tx, 'reckon_promises', {}, { key: 'reckon_promises', queue: 'days' })
    return done({ year })
  })

/** Records that the promises reflect the calendar as of `asOf`. */
export const recordRecalculation = (year: number, asOf: Date) =>
  transaction((tx) => tx.calendarYear.update({ where: { year }, data: { reckonedAt: asOf } }))

/** A year for the audit: whether it is published, and its days by date. */
async function shownOf(tx: Transaction, year: number) {
  const [row, days] = await Promise.all([
    tx.calendarYear.findUnique({ where: { year } }),
    tx.calendarDay.findMany({ where: { year }, orderBy: { date: 'asc' } }),
  ])
  return {
    published: row?.published ?? false,
    ...Object.fromEntries(
      days.map(({ date, working, nameZh }) => [
        date.toISOString().slice(0, 10),
        `${working ? 'work' : 'off'} ${nameZh}`,
      ]),
    ),
  }
}
