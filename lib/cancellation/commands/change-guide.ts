import { worksAtStore } from '../rules/situation'
import { publishedRevision } from '@/lib/guide/queries/published'
import { done, refused } from '@/lib/result'
import { type Actor, actorAt, actorOf } from '../rules/actor'
import { guideChange } from '../rules/guide-change'
import { changedSince } from '../rules/looks'
import { newerGuide } from '../queries/newer-guide'
import { type Written, append, withLockedRequest } from './writer/append'

/**
 * Moves a live request to the guide that a new request would use. `to`: the id of that revision as
 * the user saw it; refused as stale when a newer one applies by now. Completed steps carry over.
 */
export const changeGuide = ({
  actor,
  seen,
  to,
  now,
}: {
  actor: Actor
  seen: { reference: string; version?: number }
  to: string
  now: Date
}): Promise<Written> =>
  withLockedRequest(actor, seen.reference, undefined, async (tx, locked) => {
    const { record, storeId } = locked
    if (!worksAtStore(actorAt(actor, storeId))) return refused({ code: 'not_yours' })
    if (record.endedAt) return refused({ code: 'ended' })
    const newer = await newerGuide(record, tx)
    if (newer?.id !== to || changedSince(record, seen.version)) return refused({ code: 'stale' })
    const change = guideChange(
      (await publishedRevision(record.revisionId, tx)).content,
      newer.content,
      record,
    )
    return done(
      await append(tx, locked, {
        type: 'change_guide',
        at: now,
        actor: actorOf(actor),
        facts: { revisionId: newer.id, ...change },
      }),
    )
  })
