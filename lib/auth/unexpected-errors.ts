import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { isDatabaseUnavailable } from '@/lib/db/database-unavailable'
import { type FormState, refusedForm } from '@/lib/forms/form-state'
import { log } from '@/lib/log'

/**
 * Turns an unexpected error into a form state, so that the page keeps the input; an error page
 * would discard it.
 */
export async function catchUnexpected(work: () => Promise<FormState>): Promise<FormState> {
  try {
    return await work()
  } catch (error) {
    // Redirects and "not found" are control flow of Next: rethrow them.
    unstable_rethrow(error)
    log.error({ err: error }, 'a form action failed')
    return refusedForm(isDatabaseUnavailable(error) ? 'busy' : 'failed')
  }
}
