import { addDays, dayOf } from '@/lib/calendar/dates'
import { daysFromReminderToLapse } from '@/lib/cancellation/demands'
import { flagStalled, makeMove, noteReminder } from '@/lib/cancellation/record'
import { untouchedRequests } from '@/lib/cancellation/queries/untouched'
import { log } from '@/lib/log'

const system = { kind: 'system' } as const

/** Reminds of open requests that nobody touched for the store's days, and lapses those that were reminded; one that the carrier has goes to the reviewers. */
export async function lapseUntouched(now: Date) {
  for await (const { reference, lapseDays, touchedOn, remindedAt } of untouchedRequests(now, daysFromReminderToLapse)) {
    const due = addDays(touchedOn, lapseDays - daysFromReminderToLapse) <= dayOf(now)
    if (!remindedAt) {
      if (due) await noteReminder(reference, now)
      continue
    }
    // The writer judges: a request that waits for an obligation's day, or that the carrier has, is refused here.
    const written = await makeMove(system, { reference }, 'lapse', {}, now)
    const atCarrierAlone = !written.ok && written.refusal.code === 'unmet' && String(written.refusal.unmet) === 'not_at_carrier'
    if (atCarrierAlone) await flagStalled(reference, now)
  }
  log.info({ job: 'lapse_untouched' }, 'done')
}
