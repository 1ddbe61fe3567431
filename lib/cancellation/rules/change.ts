import type { RecordedEvent, RequestRecord } from './request-record'

/** A request as it stands, and at which store. */
export type Stand = { record: RequestRecord; storeId: string }

/** One event, with the request before and after it; `before`: null where it opened the request. */
export type RequestChange = { before: Stand | null; after: Stand; event: RecordedEvent }

/**
 * A request whose person is erased; `persons`: the hashes by which they are known where no request
 * is named.
 */
export type RequestErasure = {
  requestId: string
  reference: string
  persons: readonly Uint8Array<ArrayBuffer>[]
  now: Date
}
