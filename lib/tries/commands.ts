import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '@/lib/db/pool'
import { sqlDatabase } from '@/lib/db/sql'
import { log } from '@/lib/log'
import { type Counted, mostPhoneGuesses, tryLimits } from './limits'

// The library's statements over the app's own connection, unnamed: a pooler between transactions
// keeps no prepared ones.
const throughTheApp = {
  query: ({ text, values = [] }: { text: string; values?: unknown[] }) =>
    pool().query(text, values),
}

type Limit = { points: number; duration: number }
const limiters = new Map<string, RateLimiterPostgres>()

function limiter(name: string, limit: Limit): RateLimiterPostgres {
  const known = limiters.get(name)
  if (known) return known
  const made = new RateLimiterPostgres({
    storeClient: throughTheApp,
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
 * Counts a try by each of these limits, in their order, and stops at the first that refuses: a try
 * that an address may not make counts in nobody else's limit. Gives the seconds to wait, 0 when it
 * may go on.
 */
export async function countTry(counted: readonly Counted[]): Promise<number> {
  for (const [name, whose] of counted) {
    const wait = await count(limiter(name, tryLimits[name]), whose)
    if (wait === 0) continue
    // Which limit it was, never whose: an address or a reference does not belong into a log.
    log.warn({ event: 'limited', limit: name }, 'too many tries')
    return wait
  }
  return 0
}

/**
 * Counts a call of an API key by its own limit, calls a minute; gives the seconds to wait, 0 when
 * it may go on.
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

/** Takes a try back that was right: only wrong ones count. */
export const forgiveTry = (counted: readonly Counted[]) =>
  Promise.all(counted.map(([name, whose]) => limiter(name, tryLimits[name]).reward(whose)))

/**
 * Does what may be a guess, unless there were too many: then it gives the seconds to wait. A try
 * is counted before it is made, so that tries at once count each; what was none is taken back.
 */
export async function unlessTooOften<T extends object>(
  counted: readonly Counted[],
  work: () => Promise<T>,
  isGuess: (answer: T) => boolean,
): Promise<T | number> {
  const wait = await countTry(counted)
  if (wait) return wait
  let guessed = false
  try {
    const answer = await work()
    guessed = isGuess(answer)
    return answer
  } finally {
    if (!guessed) await forgiveTry(counted)
  }
}

/**
 * Takes one of the guesses that a request's life has for the phone's last four digits; false when
 * they are used up. Taken before it is looked at, so that guesses at once are counted each.
 */
export async function takePhoneGuess(requestId: string): Promise<boolean> {
  const taken = await sqlDatabase()
    .insertInto('phone_guess')
    .values({ request_id: requestId, wrong: 1 })
    .onConflict((clash) =>
      clash
        .column('request_id')
        .doUpdateSet(({ eb }) => ({ wrong: eb('phone_guess.wrong', '+', 1) }))
        .where('phone_guess.wrong', '<', mostPhoneGuesses),
    )
    .returning('wrong')
    .executeTakeFirst()
  return taken !== undefined
}

/** Gives a guess back that was right. */
export const returnPhoneGuess = (requestId: string) =>
  sqlDatabase()
    .updateTable('phone_guess')
    .set(({ eb }) => ({ wrong: eb('wrong', '-', 1) }))
    .where('request_id', '=', requestId)
    .where('wrong', '>', 0)
    .execute()
