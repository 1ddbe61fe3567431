import type { SqlTransaction } from '@/lib/db/sql'
import type { RequestChange, RequestErasure } from '../../rules/change'

type Subscriber<T> = (tx: SqlTransaction, told: T) => Promise<unknown>

/** What follows the writer, in the order in which it is told. */
export type Subscribers = {
  changed: readonly Subscriber<RequestChange>[]
  erased: readonly Subscriber<RequestErasure>[]
}

let subscribers: Subscribers | null = null

/**
 * Names all that follow the writer, in the place of those named before: a module that is loaded
 * anew must not be told twice.
 */
export function publishTo(all: Subscribers) {
  subscribers = all
}

/** Tells of an appended event, in its own transaction. */
export const publishChange = (tx: SqlTransaction, change: RequestChange) =>
  publish(tx, named().changed, change)

/** Has what other domains keep of a request's person erased, in the erasure's own transaction. */
export const publishErasure = (tx: SqlTransaction, erasure: RequestErasure) =>
  publish(tx, named().erased, erasure)

// One after the other: a transaction holds one connection.
async function publish<T>(tx: SqlTransaction, to: readonly Subscriber<T>[], told: T) {
  for (const tell of to) await tell(tx, told)
}

function named(): Subscribers {
  if (!subscribers) throw new Error('nobody follows the writer: import it from lib/writer.ts')
  return subscribers
}
