import type { Day } from '@/lib/calendar/dates'
import type { RequestRecord } from '@/lib/cancellation/facts'
import { Prisma, type Transaction, database } from '@/lib/db/client'
import { changeOf, countedOf } from './counted'

type Stand = { record: RequestRecord; storeId: string }

/** Keeps the reports exact, in the transaction that changed the request: what it no longer counts as goes, what it now counts as comes. Rows are only added, so that nobody waits for another. */
export async function countChange(tx: Transaction, before: Stand | null, after: Stand) {
  const change = changeOf(before ? countedOf(before.record, before.storeId) : [], countedOf(after.record, after.storeId))
  if (change.length === 0) return
  const date = (day: string | null) => (day ? new Date(`${day}T00:00:00Z`) : null)
  await tx.reportCount.createMany({ data: change.map(({ day, submittedOn, endedOn, ...more }) => ({ ...more, day: new Date(`${day}T00:00:00Z`), submittedOn: date(submittedOn), endedOn: date(endedOn) })) })
}

const alike = Prisma.raw('day, kind, store_id, carrier, channel, why, step, submitted_on, ended_on, decision_kept, end_kept, sent_back, overridden, rating')
const daysAtOnce = 100

/** Puts one row in the place of all that count alike, on the days before today that something came to; a report says the same before and after, and meanwhile. */
export const gatherCounts = (today: Day) => database().$executeRaw`
  with several as (select distinct day from report_count where not gathered and day < ${today}::date limit ${daysAtOnce}),
       gone as (delete from report_count where day in (select day from several) returning ${alike}, count)
  insert into report_count (id, ${alike}, count, gathered) select gen_random_uuid(), ${alike}, sum(count), true from gone group by ${alike} having sum(count) <> 0`
