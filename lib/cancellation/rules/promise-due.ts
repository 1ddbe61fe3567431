import type { DatePromise, RequestRecord } from './request-record'

/**
 * The promise that applies now: the decision while in review, the end while closing; none while
 * paused.
 */
export function promiseDue(record: Pick<RequestRecord, 'state' | 'promises'>): DatePromise | null {
  if (record.state === 'in_review') return record.promises.decision
  return record.state === 'closing' ? record.promises.end : null
}
