import { sqlDatabase } from '@/lib/db/sql'
import { type SendOutcome, isSendId } from './ids'

/**
 * Milliseconds after which a sending that is still at work died with its process: none takes as
 * long.
 */
export const diedAfter = 60_000

/** What became of a sending, for whoever knows its id. */
export async function sendOutcome(id: string, now: Date): Promise<SendOutcome> {
  const found = isSendId(id)
    ? await sqlDatabase()
        .selectFrom('form_send')
        .select(['state', 'led', 'begun_at as begunAt'])
        .where('id', '=', id)
        .executeTakeFirst()
    : null
  if (!found) return { outcome: 'none', led: null }
  const died = found.state === 'at_work' && now.getTime() - found.begunAt.getTime() > diedAfter
  return { outcome: died ? 'unknown' : (found.state as 'taken'), led: found.led }
}
