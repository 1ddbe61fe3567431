import { addDays, dayOf } from '@/lib/domain/days'
import { daysFromReminderToLapse } from '@/lib/cancellation/rules/demands'
import { flagStalled, makeMove, noteReminder } from '@/lib/writer'
import { type Untouched, untouchedRequests } from '@/lib/cancellation/queries/untouched'
import { log } from '@/lib/log'
import { each } from './each'

const system = { kind: 'system' } as const

/**
 * Reminds the customers of open requests that were inactive for the store's period, and lapses
 * those already reminded; a request at the carrier is escalated to the reviewers.
 */
export async function lapseUntouched(now: Date) {
  await each(untouchedRequests(now, daysFromReminderToLapse), (request) =>
    remindOrLapse(request, now),
  )
  log.info({ job: 'lapse_untouched' }, 'done')
}

async function remindOrLapse({ reference, lapseDays, record }: Untouched, now: Date) {
  if (!record.remindedAt) {
    const due =
      addDays(dayOf(new Date(record.touchedAt)), lapseDays - daysFromReminderToLapse) <= dayOf(now)
    if (due) await noteReminder(reference, now)
    return
  }
  // The rules decide: a request that waits for an obligation's day or is at the carrier is refused
  // here.
  const written = await makeMove({
    actor: system,
    seen: { reference },
    move: 'lapse',
    input: {},
    now,
  })
  const atCarrierAlone =
    !written.ok &&
    written.refusal.code === 'unmet' &&
    String(written.refusal.unmet) === 'not_at_carrier'
  if (atCarrierAlone) await flagStalled(reference, now)
}
