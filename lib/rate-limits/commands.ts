import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '@/lib/db/pool'
import { sqlDatabase } from '@/lib/db/sql'
import { log } from '@/lib/log'
import { type Counted, maxPhoneGuesses, rateLimits } from './limits'

// Runs the limiter's statements over the app's connection, unnamed, because a transaction pooler
// keeps no prepared statements.
const appConnection = {
  query: ({ text, values = [] }: { text: string; values?: unknown[] }) =>
    pool().query(text, values),
}

type Limit = { points: number; duration: number }
const limiters = new Map<string, RateLimiterPostgres>()

function limiter(name: string, limit: Limit): RateLimiterPostgres {
  const known = limiters.get(name)
  if (known) return known
  const made = new RateLimiterPostgres({
    storeClient: appConnection,
    storeType: 'client',
    tableName: 'attempt',
    tableCreated: true,
    keyPrefix: name,
    ...limit,
  })
  limiters.set(name, made)
  return made
}

/**
 * Counts an attempt against each limit in order and stops at the first that refuses, so that an
 * attempt refused by address does not count against anybody else. Returns the seconds to wait, 0
 * when allowed.
 */
export async function countAttempt(counted: readonly Counted[]): Promise<number> {
  for (const [name, whose] of counted) {
    const wait = await count(limiter(name, rateLimits[name]), whose)
    if (wait === 0) continue
    // Log the limit, never the key: addresses and references do not belong in a log.
    log.warn({ event: 'limited', limit: name }, 'too many tries')
    return wait
  }
  return 0
}

/**
 * Counts an API key's call against its own limit per minute; returns the seconds to wait, 0 when
 * allowed.
 */
export const countCall = (key: string, perMinute: number): Promise<number> =>
  count(limiter(`api_call_${perMinute}`, { points: perMinute, duration: 60 }), key)

async function count(by: RateLimiterPostgres, whose: string): Promise<number> {
  try {
    await by.consume(whose)
    return 0
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes)
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    throw refusal
  }
}

/** Refunds a successful attempt: only failures count. */
export const refundAttempt = (counted: readonly Counted[]) =>
  Promise.all(counted.map(([name, whose]) => limiter(name, rateLimits[name]).reward(whose)))

/**
 * Runs a possible guess, unless there were too many: then returns the seconds to wait. An attempt
 * is counted before it runs, so that concurrent ones count, and refunded if it succeeds.
 */
export async function withRateLimit<T extends object>(
  counted: readonly Counted[],
  work: () => Promise<T>,
  isGuess: (answer: T) => boolean,
): Promise<T | number> {
  const wait = await countAttempt(counted)
  if (wait) return wait
  let guessed = false
  try {
    const answer = await work()
    guessed = isGuess(answer)
    return answer
  } finally {
    if (!guessed) await refundAttempt(counted)
  }
}

/**
 * Consumes one of a request's lifetime guesses for the phone's last four digits; false when none is
 * left. Consumed before the comparison, so that concurrent guesses count.
 */
export async function takePhoneGuess(requestId: string): Promise<boolean> {
  const taken = await sqlDatabase()
    .insertInto('phone_guess')
    .values({ request_id: requestId, wrong: 1 })
    .onConflict((clash) =>
      clash
        .column('request_id')
        .doUpdateSet(({ eb }) => ({ wrong: eb('phone_guess.wrong', '+', 1) }))
        .where('phone_guess.wrong', '<', maxPhoneGuesses),
    )
    .returning('wrong')
    .executeTakeFirst()
  return taken !== undefined
}

/** Refunds a correct guess. */
export const returnPhoneGuess = (requestId: string) =>
  sqlDatabase()
    .updateTable('phone_guess')
    .set(({ eb }) => ({ wrong: eb('wrong', '-', 1) }))
    .where('request_id', '=', requestId)
    .where('wrong', '>', 0)
    .execute()
