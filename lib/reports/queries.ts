import { addDays, yearOf } from '@/lib/calendar/dates'
import { calendarBetween } from '@/lib/calendar/queries'
import { workingDayNumbers } from '@/lib/calendar/working-days'
import { overridesIn } from '@/lib/cancellation/queries/overrides'
import { Prisma, database } from '@/lib/db/client'
import { type Figures, type Grouping, type Tally, type Took, figuresOf } from './figures'
import type { ReportFilter } from './filter'
import { type Ranked, ranked } from './ranked'

export type Report = { rows: Figures[]; total: Figures; reasons: Ranked[]; rejectedAt: Ranked[]; overrides: Awaited<ReturnType<typeof overridesIn>> }

const groupOf: Record<Grouping, Prisma.Sql> = {
  day: Prisma.sql`to_char(c.day, 'YYYY-MM-DD')`,
  month: Prisma.sql`to_char(c.day, 'YYYY-MM')`,
  store: Prisma.sql`c.store_id`,
  carrier: Prisma.sql`c.carrier`,
  channel: Prisma.sql`c.channel`,
}

/** The longest that a request may have been under way, in years: the days before it are not told apart. */
const yearsBack = 5

/** The report of these stores, from what their requests add to it: what was opened, and what ended, within the days of the filter. */
export async function reportOf(stores: readonly { id: string; code: string }[], filter: ReportFilter): Promise<Report> {
  const asked = stores.filter(({ code }) => filter.store === null || code === filter.store)
  const ids = asked.map(({ id }) => id)
  const within = Prisma.sql`
    c.store_id = any(${ids}::uuid[]) and c.day between ${filter.from}::date and ${filter.to}::date
    ${filter.carrier ? Prisma.sql`and c.carrier = ${filter.carrier}` : Prisma.empty} ${filter.channel ? Prisma.sql`and c.channel = ${filter.channel}` : Prisma.empty}`
  const [tallies, times, overrides] = await Promise.all([
    database().$queryRaw<Tally[]>`
      select ${groupOf[filter.by]} as "group", c.kind, c.why, c.step, c.decision_kept as "decisionKept", c.end_kept as "endKept", c.sent_back as "sentBack", c.overridden, c.rating, sum(c.count)::int as count
      from report_count c where ${within} group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(c.count) <> 0`,
    timesIn(groupOf[filter.by], within, filter),
    overridesIn(ids, filter),
  ])
  const named = filter.by === 'store' ? inCodes(asked) : <T>(rows: T) => rows
  const opened = tallies.filter(({ kind }) => kind === 'opened')
  return {
    ...figuresOf(named(tallies), named(times)), overrides,
    reasons: ranked(opened.map(({ why, count }) => ({ code: why, count }))),
    rejectedAt: ranked(tallies.filter(({ kind }) => kind === 'rejected').map(({ step, count }) => ({ code: step ?? '', count }))),
  }
}

/** How long the completed ones took, by the calendar as it is now (D2). */
async function timesIn(group: Prisma.Sql, within: Prisma.Sql, { from, to }: ReportFilter): Promise<Took[]> {
  const [first, last] = [yearOf(from) - yearsBack, yearOf(to) + 1]
  const numbered = workingDayNumbers(`${first}-01-01`, addDays(to, 366), await calendarBetween(first, last))
  return database().$queryRaw`
    with numbered as materialized (select * from unnest(${numbered.map(({ day }) => day)}::date[], ${numbered.map(({ number }) => number)}::int[]) as n(day, number))
    select ${group} as "group", greatest(ended.number - coalesce(submitted.number, 0), 0) as days, sum(c.count)::int as count
    from report_count c join numbered ended on ended.day = c.ended_on left join numbered submitted on submitted.day = c.submitted_on
    where c.kind = 'completed' and c.submitted_on is not null and ${within} group by 1, 2 having sum(c.count) <> 0`
}

const inCodes = (stores: readonly { id: string; code: string }[]) => {
  const codes = new Map(stores.map(({ id, code }) => [id, code]))
  return <T extends { group: string }>(rows: T[]): T[] => rows.map((row) => ({ ...row, group: codes.get(row.group) ?? row.group }))
}
