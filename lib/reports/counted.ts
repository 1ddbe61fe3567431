import { type Day, dayOf } from '@/lib/domain/days'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import type { Channel } from '@/lib/domain/coded-values'

/**
 * What one request adds to the reports: once on the day it was opened, and once on the day it
 * ended. Nothing in it changes with the calendar of working days: a report counts those between
 * `submittedOn` and `endedOn` when it is read.
 */
export type Counted = {
  day: Day
  kind: 'opened' | 'completed' | 'rejected' | 'withdrawn'
  storeId: string
  carrier: string
  channel: Channel
  /** Why it was opened; the move that ended it. */
  why: string
  /** The step at which it was rejected. */
  step: string | null
  submittedOn: Day | null
  endedOn: Day | null
  /** Whether the promise was kept; null where none was given, or it did not come to that. */
  decisionKept: boolean | null
  endKept: boolean | null
  sentBack: boolean
  overridden: boolean
  rating: string | null
}

const dayAt = (moment: string | null) => moment && dayOf(new Date(moment))
const kept = (on: Day | null, promised: Day | undefined) => (on && promised ? on <= promised : null)

/** What this request adds to the reports as it stands. */
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

/**
 * What is to be taken from the reports and what added when a request has changed; most changes
 * alter nothing here.
 */
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
