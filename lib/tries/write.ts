import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { database } from '@/lib/db/client'
import { type Counted, type TryLimit, tryLimits } from './limits'

// The library's statements over the app's own connection, unnamed: a pooler between transactions keeps no prepared ones.
const throughTheApp = {
  async query({ text, values = [] }: { text: string; values?: unknown[] }) {
    const rows = await database().$queryRawUnsafe<object[]>(text, ...values.map((value) => (typeof value === 'number' && value > 2 ** 31 ? BigInt(value) : value)))
    const plain = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value])))
    return { rows: plain, rowCount: rows.length }
  },
}

const limiters = new Map<TryLimit, RateLimiterPostgres>()

function limiter(name: TryLimit): RateLimiterPostgres {
  const known = limiters.get(name)
  if (known) return known
  const made = new RateLimiterPostgres({ storeClient: throughTheApp, storeType: 'client', tableName: 'attempt', tableCreated: true, keyPrefix: name, ...tryLimits[name] })
  limiters.set(name, made)
  return made
}

/** Counts a try by each of these limits; gives the seconds to wait when there have been too many, 0 when it may go on. */
export async function countTry(counted: readonly Counted[]): Promise<number> {
  const waits = await Promise.all(counted.map(async ([name, whose]) => {
    try {
      await limiter(name).consume(whose)
      return 0
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      throw refusal
    }
  }))
  return Math.max(0, ...waits)
}

/** Takes a try back that was right: only wrong ones count. */
export const forgiveTry = (counted: readonly Counted[]) => Promise.all(counted.map(([name, whose]) => limiter(name).reward(whose)))
