import { yearOf } from '@/lib/calendar/dates'
import { calendarBetween } from '@/lib/calendar/queries'
import { overridesIn } from '@/lib/cancellation/queries/overrides'
import { Prisma, database } from '@/lib/db/client'
import { type EndedTally, type Figures, type Grouping, type OpenedTally, figuresOf } from './figures'
import type { ReportFilter } from './filter'

export type Counted = { code: string; count: number }
export type Report = { rows: Figures[]; total: Figures; reasons: Counted[]; rejectedAt: Counted[]; overrides: Awaited<ReturnType<typeof overridesIn>> }

const dayIn = (column: Prisma.Sql) => Prisma.sql`to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`
const dayAt = (name: string) => dayIn(Prisma.sql`(r.record ->> ${name})::timestamptz`)

function groupOf(by: Grouping, moment: Prisma.Sql) {
  if (by === 'day') return dayIn(moment)
  return { store: Prisma.sql`r.record ->> 'store'`, carrier: Prisma.sql`r.carrier`, channel: Prisma.sql`r.channel` }[by]
}

/** The report of these stores: what was opened, and what ended, within the days of the filter. */
export async function reportOf(storeIds: readonly string[], filter: ReportFilter): Promise<Report> {
  const within = (moment: Prisma.Sql) => Prisma.sql`
    r.store_id = any(${[...storeIds]}::uuid[])
    and ${moment} >= ${filter.from}::date::timestamp at time zone 'Asia/Shanghai' and ${moment} < (${filter.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    ${filter.store ? Prisma.sql`and r.record ->> 'store' = ${filter.store}` : Prisma.empty}
    ${filter.carrier ? Prisma.sql`and r.carrier = ${filter.carrier}` : Prisma.empty}
    ${filter.channel ? Prisma.sql`and r.channel = ${filter.channel}` : Prisma.empty}`
  const [opened, ended] = [Prisma.sql`r.opened_at`, Prisma.sql`r.ended_at`]
  const [openedTallies, endedTallies, reasons, rejectedAt, overrides, calendar] = await Promise.all([
    database().$queryRaw<OpenedTally[]>`select ${groupOf(filter.by, opened)} as "group", count(*)::int as count from request r where ${within(opened)} group by 1`,
    database().$queryRaw<EndedTally[]>`
      select ${groupOf(filter.by, ended)} as "group", r.state, r.record -> 'ending' ->> 'move' as by,
             ${dayAt('submittedAt')} as "submittedOn", coalesce(r.record ->> 'confirmedOn', ${dayIn(ended)}) as "endedOn",
             case when r.state = 'completed' then ${dayAt('approvedAt')} when r.state = 'rejected' then ${dayIn(ended)} end as "decidedOn",
             r.record -> 'promises' -> 'decision' ->> 'date' as "decisionPromised", r.record -> 'promises' -> 'end' ->> 'date' as "endPromised",
             (r.record ->> 'sentBack')::int > 0 as "sentBack", (r.record ->> 'overridden')::boolean as overridden, r.record ->> 'rating' as rating, count(*)::int as count
      from request r where ${within(ended)} group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`,
    database().$queryRaw<Counted[]>`select r.record ->> 'reason' as code, count(*)::int as count from request r where ${within(opened)} group by 1 order by 2 desc, 1`,
    database().$queryRaw<Counted[]>`
      select coalesce(r.record -> 'ending' ->> 'step', '') as code, count(*)::int as count from request r
      where r.state = 'rejected' and ${within(ended)} group by 1 order by 2 desc, 1`,
    overridesIn(within(ended)),
    calendarBetween(yearOf(filter.from) - 2, yearOf(filter.to) + 1),
  ])
  return { ...figuresOf(openedTallies, endedTallies, calendar), reasons, rejectedAt, overrides }
}
