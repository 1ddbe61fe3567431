import { addDays, dayOf } from '@/lib/domain/days'
import { maskRequest } from '@/lib/writer'
import { keptTooLong } from '@/lib/cancellation/queries/kept-too-long'
import { log } from '@/lib/log'
import { purgeQuestions } from '@/lib/questions/erasure/commands'
import { retention } from '@/lib/retention/queries'
import { each } from './each'

/**
 * Destroys the full identifiers of requests that have been over for longer than the installation
 * keeps them (L1), and what was asked without a request and answered as long ago.
 */
export async function maskExpired(now: Date) {
  const { on, identifierDays } = await retention()
  if (!on) return
  const masked = await each(keptTooLong(addDays(dayOf(now), -identifierDays)), ({ reference }) =>
    maskRequest(reference, now),
  )
  // The last moment of which nothing is kept any more: the day's end in Shanghai, as with requests.
  const before = new Date(`${addDays(dayOf(now), 1 - identifierDays)}T00:00:00+08:00`)
  const questions = await purgeQuestions(before)
  log.info({ job: 'mask_expired', masked, questions }, 'done')
}
