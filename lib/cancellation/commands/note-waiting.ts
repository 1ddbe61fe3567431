import { done, refused } from '@/lib/result'
import { type Actor, actorOf } from '../rules/actor'
import { type Written, append, withLockedRequest } from './writer/append'

/** Records whether the customer waits at the counter: reviewers then see the request first. */
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
  withLockedRequest(actor, reference, undefined, async (tx, locked) => {
    if (locked.record.endedAt) return refused({ code: 'ended' })
    const said = { type: 'wait' as const, facts: { customerWaiting } }
    return done(await append(tx, locked, { ...said, at: now, actor: actorOf(actor) }))
  })
