import { addDays, dayOf } from '@/lib/domain/days'
import { photosKeptTooLong } from '@/lib/cancellation/queries/kept-too-long'
import { purgePhotos } from '@/lib/writer'
import { log } from '@/lib/log'
import { retention } from '@/lib/retention/queries'
import { each } from './each'

/** Destroys document copies at the end of their retention (L1). */
export async function purgeOldPhotos(now: Date) {
  const { on, photoDays } = await retention()
  if (!on) return
  const purged = await each(photosKeptTooLong(addDays(dayOf(now), -photoDays)), ({ reference }) =>
    purgePhotos(reference, now),
  )
  log.info({ job: 'purge_photos', purged }, 'done')
}
