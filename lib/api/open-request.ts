import { type Written, openRequest } from '@/lib/writer'
import type { OpenInput } from '@/lib/cancellation/rules/schemas'
import { withRateLimit } from '@/lib/rate-limits/commands'
import type { CallContext } from './operation'
import { type Problem, problem } from './problem'
import { refusedAs } from './refusals'

/** Records a request for the key that calls, at a store of its own. */
export async function openAs(
  { caller, by, now }: CallContext,
  input: OpenInput,
): Promise<{ reference: string } | Problem> {
  if (
    !caller.memberships.some(({ role, storeCode }) => role === 'staff' && storeCode === input.store)
  )
    return problem('invalid', { faults: [{ pointer: '/store', code: 'store_not_yours' }] })
  const open = () => openRequest({ actor: by, input, now })
  const written = await withRateLimit([['api_live_number', caller.id]], open, tellsOfLive)
  if (typeof written === 'number') return problem('too_many', { retryAfter: written })
  return written.ok ? { reference: written.value.reference } : refusedAs(written.refusal)
}

/** Whether an answer tells of a live request; whoever guesses numbers may hear few of them. */
const tellsOfLive = (written: Written) =>
  !written.ok && Boolean(written.refusal.unmet?.includes('no_live_request'))
