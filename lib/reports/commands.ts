import type { Alternative, Channel } from '@/lib/domain/coded-values'
import type { Day } from '@/lib/domain/days'
import type { RequestChange } from '@/lib/cancellation/rules/change'
import { v7 as uuidv7 } from 'uuid'
import { Prisma, database } from '@/lib/db/client'
import type { SqlTransaction } from '@/lib/db/sql'
import { changeOf, countedOf } from './counted'
import { monthOf } from './months'

/**
 * Keeps the reports exact, in the transaction that changes the request: subtracts its previous
 * contribution and adds the new one. Insert-only, so that transactions do not block each other.
 */
export async function countChange(tx: SqlTransaction, { before, after }: RequestChange) {
  const change = changeOf(
    before ? countedOf(before.record, before.storeId) : [],
    countedOf(after.record, after.storeId),
  )
  if (change.length === 0) return
  await tx
    .insertInto('report_count')
    .values(
      change.map((counted) => ({
        id: uuidv7(),
        day: counted.day,
        kind: counted.kind,
        store_id: counted.storeId,
        carrier: counted.carrier,
        channel: counted.channel,
        why: counted.why,
        step: counted.step,
        submitted_on: counted.submittedOn,
        ended_on: counted.endedOn,
        decision_kept: counted.decisionKept,
        end_kept: counted.endKept,
        sent_back: counted.sentBack,
        overridden: counted.overridden,
        rating: counted.rating,
        count: counted.count,
      })),
    )
    .execute()
}

/** Counts that a customer did something else instead of cancelling (P21). */
export const countAlternative = ({
  alternative,
  ...counted
}: {
  day: Day
  storeId: string
  carrier: string
  channel: Channel
  alternative: Alternative
}) =>
  database().reportCount.create({
    data: {
      ...counted,
      day: new Date(counted.day),
      kind: 'instead',
      why: alternative,
      sentBack: false,
      overridden: false,
      count: 1,
    },
  })

const place = 'store_id, carrier, channel'
const characteristics = 'kind, why, step, decision_kept, end_kept, sent_back, overridden, rating'
const groupingColumns = Prisma.raw(`day, submitted_on, ended_on, ${place}, ${characteristics}`)
const monthGroupingColumns = Prisma.raw(`${place}, ${characteristics}`)

/**
 * Compacts past months: merges equal rows of a day into one, and sums them up in monthly rows.
 * Reports stay the same before, during and after. Returns the number of merged rows.
 */
export async function gatherCounts(today: Day): Promise<number> {
  const months = await database().$queryRaw<
    { month: Day }[]
  >`select distinct to_char(day, 'YYYY-MM-01') as month from report_count where not gathered
    and day < ${monthOf(today)}::date order by 1`
  let gathered = 0
  for (const { month } of months) gathered += await gatherMonth(month)
  return gathered
}

async function gatherMonth(month: Day): Promise<number> {
  const [row] = await database().$queryRaw<{ gathered: number }[]>`
    with added as (delete from report_count where not gathered and day >= ${month}::date
      and day < ${month}::date + interval '1 month' returning ${groupingColumns}, count),
         days as (
           insert into report_count (id, ${groupingColumns}, count, gathered)
           select gen_random_uuid(), ${groupingColumns}, sum(count), true from added
             group by ${groupingColumns} having sum(count) <> 0
         ),
         told as (delete from report_month
           where month = ${month}::date returning ${monthGroupingColumns}, count),
         month as (
           insert into report_month (id, month, ${monthGroupingColumns}, count)
           select gen_random_uuid(), ${month}::date, ${monthGroupingColumns}, sum(count)
           from (select ${monthGroupingColumns}, count from told
             union all select ${monthGroupingColumns}, count from added) together
           group by ${monthGroupingColumns} having sum(count) <> 0
         )
    select count(*)::int as gathered from added`
  return row?.gathered ?? 0
}
