import { type Day, addDays, yearOf } from '@/lib/domain/days'
import { calendarBetween } from '@/lib/calendar/queries'
import { workingDayNumbers } from '@/lib/calendar/working-days'
import { overridesIn } from '@/lib/cancellation/queries/overrides'
import { Prisma, database } from '@/lib/db/client'
import { type Figures, type Grouping, type Tally, type Took, figuresOf } from './figures'
import type { ReportFilter } from './filter'
import { wholeMonths } from './months'
import { type Ranked, ranked } from './ranked'

export type Report = {
  rows: Figures[]
  total: Figures
  reasons: Ranked[]
  rejectedAt: Ranked[]
  /** What customers did instead of cancelling (P21). */
  instead: Ranked[]
  overrides: Awaited<ReturnType<typeof overridesIn>>
}

/**
 * How many days before the report's start submissions are distinguished; earlier ones count as this
 * old.
 */
const daysBack = 5 * 366

/**
 * The report of these stores: requests opened or ended within the filter's period, and those open
 * `today` whose promised day in it has passed.
 */
export async function reportOf(
  stores: readonly { id: string; code: string }[],
  filter: ReportFilter,
  today: Day,
): Promise<Report> {
  const asked = stores.filter(({ code }) => filter.store === null || code === filter.store)
  const ids = asked.map(({ id }) => id)
  const [ended, overdue, times, overrides] = await Promise.all([
    talliesOf(ids, filter),
    overdueOf(ids, filter, today),
    timesOf(ids, filter),
    overridesIn(ids, filter),
  ])
  const tallies = [...ended, ...overdue]
  const coded = filter.by === 'store' ? inCodes(asked) : <T>(rows: T) => rows
  const whyOf = (wanted: Tally['kind']) =>
    ranked(
      tallies.filter(({ kind }) => kind === wanted).map(({ why, count }) => ({ code: why, count })),
    )
  return {
    ...figuresOf(coded(tallies), coded(times)),
    overrides,
    reasons: whyOf('opened'),
    instead: whyOf('instead'),
    rejectedAt: ranked(
      tallies
        .filter(({ kind }) => kind === 'rejected')
        .map(({ step, count }) => ({ code: step ?? '', count })),
    ),
  }
}

const groupOf: Record<Grouping, (day: Prisma.Sql) => Prisma.Sql> = {
  day: (day) => day,
  month: (day) => day,
  store: () => Prisma.sql`c.store_id`,
  carrier: () => Prisma.sql`c.carrier`,
  channel: () => Prisma.sql`c.channel`,
}
// Format each day once, not per row.
const named = ({ by }: ReportFilter) =>
  by === 'day'
    ? Prisma.sql`to_char(s.by, 'YYYY-MM-DD')`
    : by === 'month'
      ? Prisma.sql`to_char(s.by, 'YYYY-MM')`
      : Prisma.sql`s.by`

const placed = (stores: readonly string[], { carrier, channel }: ReportFilter) => Prisma.sql`
  c.store_id = any(${stores}::uuid[])
  ${carrier ? Prisma.sql`and c.carrier = ${carrier}` : Prisma.empty}
  ${channel ? Prisma.sql`and c.channel = ${channel}` : Prisma.empty}`

/**
 * Counts by equal characteristics. Whole months are read from the monthly rows plus uncompacted
 * ones, the remaining days from their own rows.
 */
function talliesOf(stores: readonly string[], filter: ReportFilter): Promise<Tally[]> {
  const { from, to, by } = filter
  const months = by === 'day' ? null : wholeMonths(from, to)
  const summed = (table: Prisma.Sql, day: Prisma.Sql, within: Prisma.Sql) => Prisma.sql`
    select ${groupOf[by](day)} as by, c.kind, c.why, c.step, c.decision_kept, c.end_kept,
      c.sent_back, c.overridden, c.rating, sum(c.count) as count
    from ${table} c where ${placed(stores, filter)} and ${within}
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9`
  const ofDays = (first: Day, last: Day, more = Prisma.empty) =>
    summed(
      Prisma.sql`report_count`,
      Prisma.sql`c.day`,
      Prisma.sql`c.day between ${first}::date and ${last}::date ${more}`,
    )
  const parts = months
    ? [
        summed(
          Prisma.sql`report_month`,
          Prisma.sql`c.month`,
          Prisma.sql`c.month between ${months.first}::date and ${months.last}::date`,
        ),
        ofDays(months.first, months.last, Prisma.sql`and not c.gathered`),
        ofDays(from, addDays(months.first, -1)),
        ofDays(addDays(months.last, 1), to),
      ]
    : [ofDays(from, to)]
  return database().$queryRaw<Tally[]>`
    select ${named(filter)} as "group", s.kind, s.why, s.step, s.decision_kept as "decisionKept",
      s.end_kept as "endKept", s.sent_back as "sentBack", s.overridden, s.rating,
      sum(s.count)::int as count
    from (${Prisma.join(parts, ' union all ')}) s group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    having sum(s.count) <> 0`
}

/**
 * Open requests whose promise was due in the period and has passed. A late one must not improve the
 * share of promises kept by staying open.
 */
function overdueOf(stores: readonly string[], filter: ReportFilter, today: Day): Promise<Tally[]> {
  return database().$queryRaw<Tally[]>`
    select ${named(filter)} as "group", 'overdue' as kind, '' as why, null as step,
      case when s.state = 'in_review' then false end as "decisionKept",
      case when s.state <> 'in_review' then false end as "endKept",
      false as "sentBack", false as overridden, null as rating, count(*)::int as count
    from (
      select ${groupOf[filter.by](Prisma.sql`c.due`)} as by, c.state
      from request c where ${placed(stores, filter)} and c.due < ${today}::date
        and c.due between ${filter.from}::date and ${filter.to}::date
    ) s group by 1, s.state`
}

/**
 * Durations of completed requests by the current calendar (D2): cumulative working-day numbers are
 * passed along, and each row looks up its two days.
 */
async function timesOf(stores: readonly string[], filter: ReportFilter): Promise<Took[]> {
  const { from, to, by } = filter
  const first = addDays(from, -daysBack)
  const numbered = workingDayNumbers(
    first,
    addDays(to, 366),
    await calendarBetween(yearOf(first), yearOf(to) + 1),
  )
  const numbers = numbered.map(({ number }) => number)
  const numberOn = (day: Prisma.Sql) =>
    Prisma.sql`coalesce((${numbers}::int[])[${day} - ${first}::date + 1], 0)`
  return database().$queryRaw`
    select ${named(filter)} as "group", s.days, sum(s.count)::int as count
    from (
      select ${groupOf[by](Prisma.sql`c.day`)} as by,
        greatest(
          ${numberOn(Prisma.sql`c.ended_on`)} - ${numberOn(Prisma.sql`c.submitted_on`)}, 0
        ) as days, sum(c.count) as count
      from report_count c where c.kind = 'completed' and c.submitted_on is not null
        and ${placed(stores, filter)} and c.day between ${from}::date and ${to}::date group by 1, 2
    ) s group by 1, 2 having sum(s.count) <> 0`
}

const inCodes = (stores: readonly { id: string; code: string }[]) => {
  const codes = new Map(stores.map(({ id, code }) => [id, code]))
  return <T extends { group: string }>(rows: T[]): T[] =>
    rows.map((row) => ({ ...row, group: codes.get(row.group) ?? row.group }))
}
