import { dayOf } from '@/lib/domain/days'
import { flagOverdue, tellDayCome } from '@/lib/writer'
import { unflaggedOverdue, unnotifiedDueWaits } from '@/lib/cancellation/queries/pressing'
import { log } from '@/lib/log'
import { each } from './each'

/**
 * Flags requests whose promised day has passed, and notifies those whose obligation's day was
 * reached.
 */
export async function watchDays(now: Date) {
  const today = dayOf(now)
  const overdue = await each(unflaggedOverdue(today), ({ reference }) =>
    flagOverdue(reference, now),
  )
  const come = await each(unnotifiedDueWaits(today), ({ reference }) => tellDayCome(reference, now))
  log.info({ job: 'watch_days', overdue, come }, 'done')
}
