import { addDays, dayOf } from '@/lib/domain/days'
import { remindedAfterDays } from '@/lib/cancellation/rules/aftercare'
import { aftercareToRemind } from '@/lib/cancellation/queries/to-remind'
import { noteAftercareReminder } from '@/lib/writer'
import { log } from '@/lib/log'
import { each } from './each'

/** Reminds customers once of open aftercare items, a few days after completion (F29 to F32). */
export async function remindOfAftercare(now: Date) {
  const today = dayOf(now)
  const looked = await each(
    aftercareToRemind(
      addDays(today, -remindedAfterDays.last),
      addDays(today, -remindedAfterDays.first),
    ),
    ({ reference }) => noteAftercareReminder(reference, now),
  )
  log.info({ job: 'remind_aftercare', looked }, 'done')
}
