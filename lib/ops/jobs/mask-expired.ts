import { addDays, dayOf } from '@/lib/calendar/dates'
import { maskRequest } from '@/lib/cancellation/record'
import { keptTooLong } from '@/lib/cancellation/queries/kept-too-long'
import { log } from '@/lib/log'
import { retention } from '@/lib/retention/queries'
import { each } from './each'

/** Destroys the full identifiers of requests that have been over for longer than the installation keeps them (L1). */
export async function maskExpired(now: Date) {
  const { on, identifierDays } = await retention()
  if (!on) return
  const masked = await each(keptTooLong(addDays(dayOf(now), -identifierDays)), ({ reference }) => maskRequest(reference, now))
  log.info({ job: 'mask_expired', masked }, 'done')
}
