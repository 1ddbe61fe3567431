import { sqlDatabase } from '@/lib/db/sql'
import { type SubmissionOutcome, isSubmissionId } from './ids'

/** Milliseconds after which a submission in progress counts as crashed: none takes that long. */
export const crashedAfterMs = 60_000

/** The outcome of a submission, for whoever knows its id. */
export async function submissionOutcome(id: string, now: Date): Promise<SubmissionOutcome> {
  const found = isSubmissionId(id)
    ? await sqlDatabase()
        .selectFrom('form_send')
        .select(['state', 'led', 'begun_at as begunAt'])
        .where('id', '=', id)
        .executeTakeFirst()
    : null
  if (!found) return { outcome: 'none', led: null }
  const crashed =
    found.state === 'at_work' && now.getTime() - found.begunAt.getTime() > crashedAfterMs
  return { outcome: crashed ? 'unknown' : (found.state as 'taken'), led: found.led }
}
