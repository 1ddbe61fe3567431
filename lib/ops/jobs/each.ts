import { log } from '@/lib/log'

/**
 * Works on each request; one that fails keeps nobody else waiting and is tried again at the next
 * run. Gives how many went well.
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
