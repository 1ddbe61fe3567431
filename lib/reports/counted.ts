import { type Day, dayOf } from '@/lib/domain/days'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import type { Channel } from '@/lib/domain/coded-values'

/**
 * One request's contribution to the reports: one row for the day it was opened, one for the day it
 * ended. Independent of the working-day calendar: the days between `submittedOn` and `endedOn` are
 * counted when the report is read.
 */
export type Counted = {
  day: Day
  kind: 'opened' | 'completed' | 'rejected' | 'withdrawn'
  storeId: string
  carrier: string
  channel: Channel
  /** The reason for opening; the move that ended it. */
  why: string
  /** The step at which it was rejected. */
  step: string | null
  submittedOn: Day | null
  endedOn: Day | null
  /** Whether the promise was kept; null if there was none or it did not come to that. */
  decisionKept: boolean | null
  endKept: boolean | null
  sentBack: boolean
  overridden: boolean
  rating: string | null
}

const dayAt = (moment: string | null) => moment && dayOf(new Date(moment))
const kept = (on: Day | null, promised: Day | undefined) => (on && promised ? on <= promised : null)

/** A request's current contribution to the reports. */
export function countedOf(record: RequestRecord, storeId: string): Counted[] {
  const place = { storeId, carrier: record.carrier, channel: record.channel }
  const opened: Counted = {
    ...place,
    day: dayOf(new Date(record.openedAt)),
    kind: 'opened',
    why: record.reason,
    step: null,
    submittedOn: null,
    endedOn: null,
    decisionKept: null,
    endKept: null,
    sentBack: false,
    overridden: false,
    rating: null,
  }
  const day = dayAt(record.endedAt)
  if (!day) return [opened]
  const { state, ending, promises } = record
  const endedOn = record.confirmedOn ?? day
  const decidedOn =
    state === 'completed' ? dayAt(record.approvedAt) : state === 'rejected' ? day : null
  const ended: Counted = {
    ...place,
    day,
    kind: state as 'completed' | 'rejected' | 'withdrawn',
    why: ending?.move ?? '',
    step: ending?.step ?? null,
    submittedOn: dayAt(record.submittedAt),
    endedOn,
    decisionKept: kept(decidedOn, promises.decision?.date),
    endKept: state === 'completed' ? kept(endedOn, promises.end?.date) : null,
    sentBack: record.sentBack > 0,
    overridden: record.overridden,
    rating: record.rating ?? null,
  }
  return [opened, ended]
}

/** The rows to subtract and to add after a change of a request; usually none. */
export function changeOf(
  before: readonly Counted[],
  after: readonly Counted[],
): (Counted & { count: 1 | -1 })[] {
  const missingIn = (others: readonly Counted[]) => {
    const there = new Set(others.map((other) => JSON.stringify(other)))
    return (one: Counted) => !there.has(JSON.stringify(one))
  }
  return [
    ...before.filter(missingIn(after)).map((one) => ({ ...one, count: -1 as const })),
    ...after.filter(missingIn(before)).map((one) => ({ ...one, count: 1 as const })),
  ]
}
