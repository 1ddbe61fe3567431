import type { Day } from '@/lib/calendar/dates'
import { type WorkingCalendar, workingDaysBetween } from '@/lib/calendar/working-days'

export const groupings = ['day', 'store', 'carrier', 'channel'] as const
export type Grouping = (typeof groupings)[number]

/** So many requests that were opened in a group. */
export type OpenedTally = { group: string; count: number }

/** So many requests of a group that ended alike. Days are of Shanghai. */
export type EndedTally = {
  group: string
  state: 'completed' | 'rejected' | 'withdrawn'
  by: string
  submittedOn: Day | null
  endedOn: Day
  decidedOn: Day | null
  decisionPromised: Day | null
  endPromised: Day | null
  sentBack: boolean
  overridden: boolean
  rating: string | null
  count: number
}

export type Share = { kept: number; of: number }

/** One line of the report. Times are working days from submission to completion; null where nothing was completed. */
export type Figures = {
  group: string
  opened: number
  completed: number
  rejected: number
  withdrawn: number
  lapsed: number
  displaced: number
  medianDays: number | null
  p90Days: number | null
  decisionsKept: Share
  endsKept: Share
  firstTimeRight: Share
  /** Of the customers who said how it went, those to whom it went smoothly. */
  smooth: Share
  overrides: number
}

/** The figures of each group, in the order of their names, and of all together. */
export function figuresOf(opened: readonly OpenedTally[], ended: readonly EndedTally[], calendar: WorkingCalendar): { rows: Figures[]; total: Figures } {
  const groups = [...new Set([...opened, ...ended].map(({ group }) => group))].sort()
  const of = (group: string | null) =>
    figures(group ?? '', opened.filter((tally) => group === null || tally.group === group), ended.filter((tally) => group === null || tally.group === group), calendar)
  return { rows: groups.map(of), total: of(null) }
}

function figures(group: string, opened: readonly OpenedTally[], ended: readonly EndedTally[], calendar: WorkingCalendar): Figures {
  const count = (fits: (tally: EndedTally) => boolean) => ended.filter(fits).reduce((sum, tally) => sum + tally.count, 0)
  const share = (counted: (tally: EndedTally) => boolean, kept: (tally: EndedTally) => boolean): Share => ({ kept: count((tally) => counted(tally) && kept(tally)), of: count(counted) })
  const completed = (tally: EndedTally) => tally.state === 'completed'
  const times = ended.filter(completed).flatMap(({ submittedOn, endedOn, count: times }) => (submittedOn ? [{ value: workingDaysBetween(submittedOn, endedOn, calendar), times }] : []))
  return {
    group,
    opened: opened.reduce((sum, tally) => sum + tally.count, 0),
    completed: count(completed),
    rejected: count(({ state }) => state === 'rejected'),
    withdrawn: count(({ state, by }) => state === 'withdrawn' && by !== 'lapse' && by !== 'displace'),
    lapsed: count(({ by }) => by === 'lapse'),
    displaced: count(({ by }) => by === 'displace'),
    medianDays: percentile(times, 0.5),
    p90Days: percentile(times, 0.9),
    decisionsKept: share(({ decidedOn, decisionPromised }) => decidedOn !== null && decisionPromised !== null, ({ decidedOn, decisionPromised }) => String(decidedOn) <= String(decisionPromised)),
    endsKept: share((tally) => completed(tally) && tally.endPromised !== null, ({ endedOn, endPromised }) => endedOn <= String(endPromised)),
    firstTimeRight: share(completed, ({ sentBack }) => !sentBack),
    smooth: share(({ rating }) => rating !== null, ({ rating }) => rating === 'smooth'),
    overrides: count(({ overridden }) => overridden),
  }
}

/** The smallest value that at least this part of all values does not exceed (nearest rank); null of none. */
export function percentile(values: readonly { value: number; times: number }[], part: number): number | null {
  const sorted = [...values].sort((one, other) => one.value - other.value)
  const rank = Math.ceil(part * sorted.reduce((sum, { times }) => sum + times, 0))
  let passed = 0
  for (const { value, times } of sorted) {
    passed += times
    if (passed >= rank && passed > 0) return value
  }
  return null
}
