import { audit } from '@/lib/db/audit'
import { done, refused } from '@/lib/result'
import { type Actor, actorOf } from '../rules/actor'
import { documentsOf } from '../rules/documents'
import type { EventBody } from '../rules/events'
import type { Look } from '../rules/looks'
import { type Written, append, withLockedRequest } from './writer/append'

/**
 * Records that somebody views a copy of a document or the full numbers, and why (L2), in the
 * request's history and in the audit. Not found when the key was destroyed.
 */
export const noteLook = ({
  actor,
  reference,
  look,
  now,
}: {
  actor: Extract<Actor, { kind: 'account' }>
  reference: string
  look: Look
  now: Date
}): Promise<Written> =>
  withLockedRequest(actor, reference, undefined, async (tx, locked) => {
    const { record, keys, identifiers } = locked
    const { what, reason } = look
    const seen =
      look.what === 'reveal'
        ? identifiers !== null
        : !record.photosPurged &&
          keys.photos !== undefined &&
          documentsOf(record).some(({ id }) => id === look.document)
    if (!seen) return refused({ code: 'not_found' })
    const said: EventBody<Look['what']> =
      look.what === 'view_document'
        ? { type: look.what, facts: { viewed: look.document, reason } }
        : { type: look.what, facts: { reason } }
    await audit(
      tx,
      {
        by: actor.id,
        what: what === 'reveal' ? 'identifiers.view' : 'document.view',
        subject: reference,
        before: null,
        after: { ...(look.what === 'view_document' && { document: look.document }), reason },
      },
      now,
    )
    return done(await append(tx, locked, { ...said, at: now, actor: actorOf(actor) }))
  })
