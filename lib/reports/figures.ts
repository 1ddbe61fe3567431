import type { Counted } from './counted'

export const groupings = ['day', 'month', 'store', 'carrier', 'channel'] as const
export type Grouping = (typeof groupings)[number]

/**
 * The number of requests of a group with the same characteristics; `overdue`: still open, and past
 * a promised day.
 */
export type Tally = Pick<
  Counted,
  'why' | 'step' | 'decisionKept' | 'endKept' | 'sentBack' | 'overridden' | 'rating'
> & { kind: Counted['kind'] | 'overdue' | 'instead'; group: string; count: number }

/**
 * The number of a group's requests that took this many working days from submission to completion.
 */
export type Took = { group: string; days: number; count: number }

export type Share = { kept: number; of: number }

/**
 * A line of the report. Durations are in working days from submission to completion; null if
 * nothing was completed.
 */
export type Figures = {
  group: string
  opened: number
  completed: number
  rejected: number
  withdrawn: number
  lapsed: number
  displaced: number
  /** Customers who did something else, before any request (P21). */
  instead: number
  /** Open requests past a promised day; each counts as a promise that was not kept. */
  overdue: number
  medianDays: number | null
  p90Days: number | null
  decisionsKept: Share
  endsKept: Share
  firstTimeRight: Share
  /** The share of customers' ratings that are `smooth`. */
  smooth: Share
  overrides: number
}

/** The figures of each group, sorted by name, and the totals. */
export function figuresOf(
  tallies: readonly Tally[],
  times: readonly Took[],
): { rows: Figures[]; total: Figures } {
  const [talliesOf, timesOf] = [byGroup(tallies), byGroup(times)]
  const groups = [...talliesOf.keys()].sort()
  return {
    rows: groups.map((group) =>
      figures(group, talliesOf.get(group) ?? [], timesOf.get(group) ?? []),
    ),
    total: figures('', tallies, times),
  }
}

function byGroup<T extends { group: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows)
    groups.has(row.group) ? groups.get(row.group)?.push(row) : groups.set(row.group, [row])
  return groups
}

function figures(group: string, tallies: readonly Tally[], times: readonly Took[]): Figures {
  const count = (fits: (tally: Tally) => boolean) =>
    tallies.filter(fits).reduce((sum, tally) => sum + tally.count, 0)
  const share = (counted: (tally: Tally) => boolean, kept: (tally: Tally) => boolean): Share => ({
    kept: count((tally) => counted(tally) && kept(tally)),
    of: count(counted),
  })
  const is =
    (wanted: Tally['kind']) =>
    ({ kind }: Tally) =>
      kind === wanted
  const withdrawn = (fits: (why: string) => boolean) =>
    count(({ kind, why }) => kind === 'withdrawn' && fits(why))
  const took = times.map(({ days, count: times }) => ({ value: days, times }))
  return {
    group,
    opened: count(is('opened')),
    completed: count(is('completed')),
    rejected: count(is('rejected')),
    withdrawn: withdrawn((why) => why !== 'lapse' && why !== 'displace'),
    lapsed: withdrawn((why) => why === 'lapse'),
    displaced: withdrawn((why) => why === 'displace'),
    instead: count(is('instead')),
    overdue: count(is('overdue')),
    medianDays: percentile(took, 0.5),
    p90Days: percentile(took, 0.9),
    decisionsKept: share(
      ({ decisionKept }) => decisionKept !== null,
      ({ decisionKept }) => decisionKept === true,
    ),
    endsKept: share(
      ({ endKept }) => endKept !== null,
      ({ endKept }) => endKept === true,
    ),
    firstTimeRight: share(is('completed'), ({ sentBack }) => !sentBack),
    smooth: share(
      ({ rating }) => rating !== null,
      ({ rating }) => rating === 'smooth',
    ),
    overrides: count(({ overridden }) => overridden),
  }
}

/**
 * Percentile by nearest rank: the smallest value that at least this share of all values does not
 * exceed; null without values.
 */
export function percentile(
  values: readonly { value: number; times: number }[],
  part: number,
): number | null {
  const sorted = [...values].sort((one, other) => one.value - other.value)
  const rank = Math.ceil(part * sorted.reduce((sum, { times }) => sum + times, 0))
  let passed = 0
  for (const { value, times } of sorted) {
    passed += times
    if (passed >= rank && passed > 0) return value
  }
  return null
}
