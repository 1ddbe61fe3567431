// Ten transactions that hold the pool's connections and wait for an eleventh wait for each other:
// whoever is in a transaction uses its connection. Each test fails that does otherwise.
import type { Pool } from 'pg'
import { afterEach, beforeEach, expect } from 'vitest'
import { inTransaction } from '@/lib/db/open-transaction'
import { pool } from '@/lib/db/pool'

let allowed = false
let taken: string[] = []
const watched = new WeakSet<Pool>()

/** Watches the pool of this moment; a test that has ended its pool watches the next one. */
export function watchPool() {
  const current = pool()
  if (watched.has(current)) return
  watched.add(current)
  current.on('acquire', () => {
    if (!allowed && inTransaction()) taken.push(new Error('taken here').stack ?? '')
  })
}

beforeEach(watchPool)
afterEach(() => {
  const found = taken
  taken = []
  expect(found, 'within a transaction, another connection was taken').toEqual([])
})

/** The connections that a transaction took beside its own so far, for a test of this guard. */
export function connectionsTaken(): number {
  const { length } = taken
  taken = []
  return length
}

/** For a test that does just that. */
export async function byAnotherConnection<T>(work: () => Promise<T>): Promise<T> {
  allowed = true
  try {
    return await work()
  } finally {
    allowed = false
  }
}
