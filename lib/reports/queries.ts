import { addDays, yearOf } from '@/lib/calendar/dates'
import { calendarBetween } from '@/lib/calendar/queries'
import { workingDayNumbers } from '@/lib/calendar/working-days'
import { overridesIn } from '@/lib/cancellation/queries/overrides'
import { Prisma, database } from '@/lib/db/client'
import { type Figures, type Grouping, type Tally, type Took, figuresOf } from './figures'
import type { ReportFilter } from './filter'
import { type Ranked, ranked } from './ranked'

export type Report = { rows: Figures[]; total: Figures; reasons: Ranked[]; rejectedAt: Ranked[]; overrides: Awaited<ReturnType<typeof overridesIn>> }

/** The column by which rows are added up, and how its sums are named: a day is put into words once, not for each row. */
const groupOf: Record<Grouping, { by: Prisma.Sql; named: Prisma.Sql }> = {
  day: { by: Prisma.sql`c.day`, named: Prisma.sql`to_char(s.by, 'YYYY-MM-DD')` },
  month: { by: Prisma.sql`c.day`, named: Prisma.sql`to_char(s.by, 'YYYY-MM')` },
  store: { by: Prisma.sql`c.store_id`, named: Prisma.sql`s.by` },
  carrier: { by: Prisma.sql`c.carrier`, named: Prisma.sql`s.by` },
  channel: { by: Prisma.sql`c.channel`, named: Prisma.sql`s.by` },
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
  const { by, named } = groupOf[filter.by]
  const [tallies, times, overrides] = await Promise.all([
    database().$queryRaw<Tally[]>`
      select ${named} as "group", s.kind, s.why, s.step, s.decision_kept as "decisionKept", s.end_kept as "endKept", s.sent_back as "sentBack", s.overridden, s.rating, sum(s.count)::int as count
      from (
        select ${by} as by, c.kind, c.why, c.step, c.decision_kept, c.end_kept, c.sent_back, c.overridden, c.rating, sum(c.count) as count
        from report_count c where ${within} group by 1, 2, 3, 4, 5, 6, 7, 8, 9
      ) s group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(s.count) <> 0`,
    timesIn(groupOf[filter.by], within, filter),
    overridesIn(ids, filter),
  ])
  const coded = filter.by === 'store' ? inCodes(asked) : <T>(rows: T) => rows
  const opened = tallies.filter(({ kind }) => kind === 'opened')
  return {
    ...figuresOf(coded(tallies), coded(times)), overrides,
    reasons: ranked(opened.map(({ why, count }) => ({ code: why, count }))),
    rejectedAt: ranked(tallies.filter(({ kind }) => kind === 'rejected').map(({ step, count }) => ({ code: step ?? '', count }))),
  }
}

/** How long the completed ones took, by the calendar as it is now (D2). */
async function timesIn({ by, named }: { by: Prisma.Sql; named: Prisma.Sql }, within: Prisma.Sql, { from, to }: ReportFilter): Promise<Took[]> {
  const [first, last] = [yearOf(from) - yearsBack, yearOf(to) + 1]
  const numbered = workingDayNumbers(`${first}-01-01`, addDays(to, 366), await calendarBetween(first, last))
  return database().$queryRaw`
    with numbered as materialized (select * from unnest(${numbered.map(({ day }) => day)}::date[], ${numbered.map(({ number }) => number)}::int[]) as n(day, number)),
         s as materialized (
           select ${by} as by, c.submitted_on, c.ended_on, sum(c.count) as count
           from report_count c where c.kind = 'completed' and c.submitted_on is not null and ${within} group by 1, 2, 3
         )
    select ${named} as "group", greatest(ended.number - coalesce(submitted.number, 0), 0) as days, sum(s.count)::int as count
    from s join numbered ended on ended.day = s.ended_on left join numbered submitted on submitted.day = s.submitted_on
    group by 1, 2 having sum(s.count) <> 0`
}

const inCodes = (stores: readonly { id: string; code: string }[]) => {
  const codes = new Map(stores.map(({ id, code }) => [id, code]))
  return <T extends { group: string }>(rows: T[]): T[] => rows.map((row) => ({ ...row, group: codes.get(row.group) ?? row.group }))
}
