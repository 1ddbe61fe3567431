import { done, refused } from '@/lib/result'
import { type Actor, actorOf } from '../rules/actor'
import { type Written, append, withLockedRequest } from './writer/append'

/**
 * Notes whether the customer waits at the counter: then the request comes first in the reviewers'
 * queue.
 */
export const noteWaiting = ({
  actor,
  reference,
  customerWaiting,
  now,
}: {
  actor: Actor
  reference: string
  customerWaiting: boolean
  now: Date
}): Promise<Written> =>
  withLockedRequest(actor, reference, undefined, async (tx, held) => {
    if (held.record.endedAt) return refused({ code: 'ended' })
    const said = { type: 'wait' as const, facts: { customerWaiting } }
    return done(await append(tx, held, { ...said, at: now, actor: actorOf(actor) }))
  })
