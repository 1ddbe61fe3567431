import { eventOf } from '@/lib/cancellation/queries/events-after'
import type { Operation } from '../operation'
import { type Problem, problem } from '../problem'
import type { Answer, Call } from '../serve'
import { removeWebhook } from '../webhooks/commands'
import { shown } from './request-answer'

/** Answers a call that took effect though its process died before it could say so. */
export type AfterEffect = (
  call: Call,
  operation: Operation,
  effect: string,
) => Promise<Answer | Problem>

/** The event that a call brought about, and its request's reference. */
export async function eventBehind(effect: string) {
  const [, requestId = '', sequence] = effect.split('|')
  return eventOf(requestId, Number(sequence))
}

/** The request as it is now. */
export const requestAfter: AfterEffect = async (call, { answers }, effect) => {
  const found = await eventBehind(effect)
  if (!found) return problem('not_found')
  const created = Object.keys(answers)[0] === '201'
  return shown(
    call,
    found.reference,
    created ? 201 : 200,
    created ? { headers: { location: `/api/v1/requests/${found.reference}` } } : {},
  )
}

/** The copy of a document that came in. */
export const documentAfter: AfterEffect = async (_, __, effect) => {
  const document = (await eventBehind(effect))?.facts.document
  return document
    ? {
        status: 201,
        value: {
          id: document.id,
          step: document.step,
          material: document.material,
          pages: document.pages,
        },
      }
    : problem('not_found')
}

/** A subscription whose secret nobody has: it goes, and the call is made anew. */
export const subscribeAgain =
  (subscribe: (call: Call) => Promise<Answer | Problem>): AfterEffect =>
  async (call, _, effect) => {
    await removeWebhook(call.caller.id, effect.split('|')[1] ?? '')
    return subscribe(call)
  }

/** An answer made of the request's reference. */
export const byReference =
  (answer: (call: Call, reference: string) => Promise<Answer | Problem>): AfterEffect =>
  async (call, _, effect) => {
    const found = await eventBehind(effect)
    return found ? answer(call, found.reference) : problem('not_found')
  }
