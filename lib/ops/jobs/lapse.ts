import { addDays, dayOf } from '@/lib/calendar/dates'
import { daysFromReminderToLapse } from '@/lib/cancellation/demands'
import { makeMove, noteReminder } from '@/lib/cancellation/record'
import { untouchedRequests } from '@/lib/cancellation/queries/untouched'
import { log } from '@/lib/log'

const system = { kind: 'system' } as const

/** Reminds of open requests that nobody touched for the store's days, and lapses those that were reminded. */
export async function lapseUntouched(now: Date) {
  for (const { reference, lapseDays, touchedOn, remindedAt } of await untouchedRequests(now, daysFromReminderToLapse)) {
    const due = addDays(touchedOn, lapseDays - daysFromReminderToLapse) <= dayOf(now)
    if (!remindedAt) {
      if (due) await noteReminder(reference, now)
      continue
    }
    // The writer judges: a request that waits for an obligation's day, or that the carrier has, is refused here.
    await makeMove(system, { reference }, 'lapse', {}, now)
  }
  log.info({ job: 'lapse_untouched' }, 'done')
}
