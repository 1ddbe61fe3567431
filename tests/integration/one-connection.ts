// Ten at once that hold the pool's connections and wait for an eleventh wait for each other:
// whoever is in a transaction asks by it.
import pg from 'pg'
import { inTransaction } from '@/lib/db/in-transaction'

let allowed = false
const { connect } = pg.Pool.prototype
pg.Pool.prototype.connect = function onlyOne(this: pg.Pool, ...args: unknown[]) {
  if (!allowed && inTransaction())
    throw new Error('within a transaction, something asked by another connection')
  return (connect as (...args: unknown[]) => unknown).apply(this, args)
} as typeof connect

/** For a test of just that. */
export async function byAnotherConnection<T>(work: () => Promise<T>): Promise<T> {
  allowed = true
  try {
    return await work()
  } finally {
    allowed = false
  }
}
