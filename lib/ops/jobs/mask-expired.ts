import { addDays, dayOf } from '@/lib/domain/days'
import { maskRequest } from '@/lib/writer'
import { keptTooLong } from '@/lib/cancellation/queries/kept-too-long'
import { log } from '@/lib/log'
import { purgeQuestions } from '@/lib/questions/erasure/commands'
import { retention } from '@/lib/retention/queries'
import { each } from './each'

/**
 * Destroys full identifiers at the end of their retention (L1), together with questions without a
 * request that were answered as long ago.
 */
export async function maskExpired(now: Date) {
  const { on, identifierDays } = await retention()
  if (!on) return
  const masked = await each(keptTooLong(addDays(dayOf(now), -identifierDays)), ({ reference }) =>
    maskRequest(reference, now),
  )
  // The end of the last day that is no longer kept, in Asia/Shanghai, as for requests.
  const before = new Date(`${addDays(dayOf(now), 1 - identifierDays)}T00:00:00+08:00`)
  const questions = await purgeQuestions(before)
  log.info({ job: 'mask_expired', masked, questions }, 'done')
}
