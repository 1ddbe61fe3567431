import type { SqlTransaction } from '@/lib/db/sql'
import type { RequestChange, RequestErasure } from '../../rules/change'

type Subscriber<T> = (tx: SqlTransaction, told: T) => Promise<unknown>

/** The writer's subscribers, in the order in which they are called. */
export type Subscribers = {
  changed: readonly Subscriber<RequestChange>[]
  erased: readonly Subscriber<RequestErasure>[]
}

let subscribers: Subscribers | null = null

/**
 * Registers all subscribers, replacing earlier ones: a module that is loaded again must not be
 * called twice.
 */
export function publishTo(all: Subscribers) {
  subscribers = all
}

/** Notifies the subscribers of an appended event, in its transaction. */
export const publishChange = (tx: SqlTransaction, change: RequestChange) =>
  publish(tx, named().changed, change)

/** Makes other domains erase what they hold of a request's person, in the same transaction. */
export const publishErasure = (tx: SqlTransaction, erasure: RequestErasure) =>
  publish(tx, named().erased, erasure)

// Sequentially: a transaction holds one connection.
async function publish<T>(tx: SqlTransaction, to: readonly Subscriber<T>[], told: T) {
  for (const tell of to) await tell(tx, told)
}

function named(): Subscribers {
  if (!subscribers) throw new Error('nobody follows the writer: import it from lib/writer.ts')
  return subscribers
}
