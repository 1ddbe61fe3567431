import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { ask } from '@/lib/db/direct'
import { log } from '@/lib/log'
import { type Counted, tryLimits } from './limits'

// The library's statements over the app's own connection, unnamed: a pooler between transactions keeps no prepared ones.
const throughTheApp = { query: ({ text, values = [] }: { text: string; values?: unknown[] }) => ask({ text, values }) }

type Limit = { points: number; duration: number }
const limiters = new Map<string, RateLimiterPostgres>()

function limiter(name: string, limit: Limit): RateLimiterPostgres {
  const known = limiters.get(name)
  if (known) return known
  const made = new RateLimiterPostgres({ storeClient: throughTheApp, storeType: 'client', tableName: 'attempt', tableCreated: true, keyPrefix: name, ...limit })
  limiters.set(name, made)
  return made
}

/** Counts a try by each of these limits; gives the seconds to wait when there have been too many, 0 when it may go on. */
export async function countTry(counted: readonly Counted[]): Promise<number> {
  const waits = await Promise.all(counted.map(([name, whose]) => count(limiter(name, tryLimits[name]), whose)))
  const limit = counted.find((_, place) => waits[place])
  // Which limit it was, never whose: an address or a reference does not belong into a log.
  if (limit) log.warn({ event: 'limited', limit: limit[0] }, 'too many tries')
  return Math.max(0, ...waits)
}

/** Counts a call of an API key by its own limit, calls a minute; gives the seconds to wait, 0 when it may go on. */
export const countCall = (key: string, perMinute: number): Promise<number> => count(limiter(`api_call_${perMinute}`, { points: perMinute, duration: 60 }), key)

async function count(by: RateLimiterPostgres, whose: string): Promise<number> {
  try {
    await by.consume(whose)
    return 0
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    throw refusal
  }
}

/** Takes a try back that was right: only wrong ones count. */
export const forgiveTry = (counted: readonly Counted[]) => Promise.all(counted.map(([name, whose]) => limiter(name, tryLimits[name]).reward(whose)))
