import { eventOf } from '@/lib/cancellation/queries/events-after'
import type { Caller } from './keys/queries'
import type { Answer, CallContext } from './operation'
import { type Problem, isProblem, problem } from './problem'
import { shown } from './request-answer'
import { removeWebhook } from './webhooks/commands'

/** The event that a call brought about, and its request's reference. */
export async function eventBehind(effect: string) {
  const [, requestId = '', sequence] = effect.split('|')
  return eventOf(requestId, Number(sequence))
}

/** The request that a call brought about or changed, as it is now. */
export async function requestAfter(
  call: CallContext,
  created: boolean,
  effect: string,
): Promise<Answer | Problem> {
  const found = await eventBehind(effect)
  if (!found) return problem('not_found')
  const one = await shown(call, found.reference, created ? 201 : 200)
  if (isProblem(one) || !created) return one
  const location = `/api/v1/requests/${found.reference}`
  return { ...one, headers: { ...one.headers, location } }
}

/** Ends the subscription that a call made: nobody has its secret. */
export const unsubscribeBehind = (caller: Caller, effect: string) =>
  removeWebhook(caller.id, effect.split('|')[1] ?? '')
