import { dayOf } from '@/lib/calendar/dates'
import { flagOverdue, tellDayCome } from '@/lib/cancellation/record'
import { type Batch, unflaggedOverdue, untoldDayCome } from '@/lib/cancellation/queries/pressing'
import { log } from '@/lib/log'

/** Flags requests whose promised day has passed, and tells those whose obligation's day has come. */
export async function watchDays(now: Date) {
  const today = dayOf(now)
  const overdue = await each((after) => unflaggedOverdue(today, after), (reference) => flagOverdue(reference, now))
  const come = await each((after) => untoldDayCome(today, after), (reference) => tellDayCome(reference, now))
  log.info({ job: 'watch_days', overdue, come }, 'done')
}

/** Goes through all batches; gives how many were worked on without an error. */
export async function each(batchAfter: (after?: string) => Promise<Batch>, work: (reference: string) => Promise<unknown>): Promise<number> {
  let count = 0
  for (let after: string | null | undefined; after !== null; ) {
    const { references, next }: Batch = await batchAfter(after)
    for (const reference of references) {
      try {
        await work(reference)
        count += 1
      } catch (error) {
        // One that fails keeps nobody else waiting; it is tried again at the next run.
        log.error({ err: error, reference }, 'a job failed for one request')
      }
    }
    after = next
  }
  return count
}
