import { log } from '@/lib/log'

/**
 * Runs `work` for each request; a failure is logged and retried by the next run. Returns the number
 * of successes.
 */
export async function each<R extends { reference: string }>(
  requests: AsyncIterable<R>,
  work: (request: R) => Promise<unknown>,
): Promise<number> {
  let count = 0
  for await (const request of requests) {
    try {
      await work(request)
      count += 1
    } catch (error) {
      log.error({ err: error, reference: request.reference }, 'a job failed for one request')
    }
  }
  return count
}
