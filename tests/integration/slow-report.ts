import { dayOf, yearOf } from '@/lib/domain/days'
import { calendarBetween } from '@/lib/calendar/queries'
import { workingDaysBetween } from '@/lib/calendar/working-days'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { database } from '@/lib/db/client'
import type { ReportFilter } from '@/lib/reports/filter'

type Line = {
  group: string
  opened: number
  completed: number
  rejected: number
  withdrawn: number
  lapsed: number
  displaced: number
  decisions: [number, number]
  ends: [number, number]
  firstTimeRight: number
  smooth: [number, number]
  overrides: number
  times: number[]
}

/** The report's figures by reading every request: what the kept counts must agree with. */
export async function slowReport(filter: ReportFilter) {
  const requests = (await database().request.findMany({ select: { record: true } })).map(
    ({ record }) => record as unknown as RequestRecord,
  )
  const calendar = await calendarBetween(yearOf(filter.from) - 5, yearOf(filter.to) + 1)
  const lines = new Map<string, Line>()
  const lineOf = (record: RequestRecord, day: string) => {
    const group = {
      day,
      month: day.slice(0, 7),
      store: record.store,
      carrier: record.carrier,
      channel: record.channel,
    }[filter.by]
    const line = lines.get(group) ?? {
      group,
      opened: 0,
      completed: 0,
      rejected: 0,
      withdrawn: 0,
      lapsed: 0,
      displaced: 0,
      decisions: [0, 0],
      ends: [0, 0],
      firstTimeRight: 0,
      smooth: [0, 0],
      overrides: 0,
      times: [],
    }
    lines.set(group, line)
    return line
  }
  const within = (day: string) => day >= filter.from && day <= filter.to
  for (const record of requests) {
    if (
      (filter.store && record.store !== filter.store) ||
      (filter.carrier && record.carrier !== filter.carrier) ||
      (filter.channel && record.channel !== filter.channel)
    )
      continue
    const openedOn = dayOf(new Date(record.openedAt))
    if (within(openedOn)) lineOf(record, openedOn).opened += 1
    const endedOn = record.endedAt && dayOf(new Date(record.endedAt))
    if (!endedOn || !within(endedOn)) continue
    const line = lineOf(record, endedOn)
    const { state, ending, promises, sentBack, rating } = record
    if (record.overridden) line.overrides += 1
    if (rating) line.smooth = [line.smooth[0] + Number(rating === 'smooth'), line.smooth[1] + 1]
    const decided =
      state === 'rejected'
        ? endedOn
        : state === 'completed' && record.approvedAt
          ? dayOf(new Date(record.approvedAt))
          : null
    if (decided && promises.decision)
      line.decisions = [
        line.decisions[0] + Number(decided <= promises.decision.date),
        line.decisions[1] + 1,
      ]
    if (state === 'withdrawn')
      line[
        ending?.move === 'lapse'
          ? 'lapsed'
          : ending?.move === 'displace'
            ? 'displaced'
            : 'withdrawn'
      ] += 1
    if (state === 'rejected') line.rejected += 1
    if (state !== 'completed') continue
    line.completed += 1
    if (sentBack === 0) line.firstTimeRight += 1
    const done = record.confirmedOn ?? endedOn
    if (promises.end)
      line.ends = [line.ends[0] + Number(done <= promises.end.date), line.ends[1] + 1]
    if (record.submittedAt)
      line.times.push(workingDaysBetween(dayOf(new Date(record.submittedAt)), done, calendar))
  }
  return [...lines.values()]
    .sort((one, other) => (one.group < other.group ? -1 : 1))
    .map(({ times, decisions, ends, firstTimeRight, smooth, ...line }) => {
      const sorted = times.sort((one, other) => one - other)
      const at = (part: number) => sorted[Math.ceil(part * sorted.length) - 1] ?? null
      const share = ([kept, of]: [number, number]) => ({ kept, of })
      return {
        ...line,
        overdue: 0,
        // No request stands behind it.
        instead: 0,
        medianDays: at(0.5),
        p90Days: at(0.9),
        decisionsKept: share(decisions),
        endsKept: share(ends),
        firstTimeRight: { kept: firstTimeRight, of: line.completed },
        smooth: share(smooth),
      }
    })
}
