import { done, refused } from '@/lib/result'
import { type Actor, actorOf } from '../rules/actor'
import { type Written, append, withLockedRequest } from './writer/append'

/** Replaces the code and link of a lost slip; the old ones no longer open anything. */
export const reissueSlip = ({
  actor,
  reference,
  now,
}: {
  actor: Actor
  reference: string
  now: Date
}): Promise<Written> =>
  withLockedRequest(actor, reference, undefined, async (tx, locked) => {
    if (locked.record.endedAt) return refused({ code: 'ended' })
    const said = { type: 'reissue_slip' as const, facts: {} }
    return done(await append(tx, locked, { ...said, at: now, actor: actorOf(actor) }))
  })
