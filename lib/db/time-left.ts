import { AsyncLocalStorage } from 'node:async_hooks'

const ends = new AsyncLocalStorage<number>()

/**
 * What a call threw whose time was over before it had begun to write, or who had to wait too long
 * to be known; `isAway` takes it for a server that cannot serve now.
 */
export class TimeOver extends Error {
  readonly code = 'ETIMEDOUT'
}

/**
 * Runs `work` with this many milliseconds: no transaction of it begins or lasts beyond them, so
 * that nothing takes effect after its caller has left.
 */
export const within = <T>(milliseconds: number, work: () => Promise<T>): Promise<T> =>
  ends.run(Date.now() + milliseconds, work)

/**
 * Milliseconds left to the work under way, `most` where it has no end or a later one. Throws
 * `TimeOver` when none are left.
 */
export function timeLeft(most: number): number {
  const left = Math.min(most, (ends.getStore() ?? Infinity) - Date.now())
  if (left <= 0) throw new TimeOver('the time of this call is over')
  return left
}

/**
 * Gives what `work` gives, or throws `TimeOver` after this many milliseconds; what is under way
 * then goes on unseen, so it must bring nothing about.
 */
export const answerWithin = <T>(milliseconds: number, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new TimeOver('no answer in time')), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(late))
  })
