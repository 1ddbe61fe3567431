import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { isDatabaseUnavailable } from '@/lib/db/database-unavailable'
import { type FormState, refusedForm } from '@/lib/forms/form-state'
import { log } from '@/lib/log'

/**
 * Answers a form where its work fails unforeseen, so that the page stays with what was typed; the
 * error page would take it away.
 */
export async function answered(work: () => Promise<FormState>): Promise<FormState> {
  try {
    return await work()
  } catch (error) {
    // Redirects and "not found" are Next's own way of answering.
    unstable_rethrow(error)
    log.error({ err: error }, 'a form was not taken')
    return refusedForm(isDatabaseUnavailable(error) ? 'busy' : 'failed')
  }
}
