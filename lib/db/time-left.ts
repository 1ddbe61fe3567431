import { AsyncLocalStorage } from 'node:async_hooks'

const ends = new AsyncLocalStorage<number>()

/** Thrown when a call exceeds its deadline; `isDatabaseUnavailable` treats it as "try later". */
export class TimeOver extends Error {
  readonly code = 'ETIMEDOUT'
}

/**
 * Runs `work` with a deadline in milliseconds: none of its transactions starts or lasts beyond it,
 * so nothing takes effect after the caller was answered.
 */
export const within = <T>(milliseconds: number, work: () => Promise<T>): Promise<T> =>
  ends.run(Date.now() + milliseconds, work)

/** Milliseconds until the current deadline, at most `most`. Throws `TimeOver` when none is left. */
export function timeLeft(most: number): number {
  const left = Math.min(most, (ends.getStore() ?? Infinity) - Date.now())
  if (left <= 0) throw new TimeOver('the time of this call is over')
  return left
}

/**
 * Awaits `work`, or throws `TimeOver` after this many milliseconds. The work itself goes on, so it
 * must have no effect.
 */
export const answerWithin = <T>(milliseconds: number, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new TimeOver('no answer in time')), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(late))
  })
