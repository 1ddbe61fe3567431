import { addDays, dayOf } from '@/lib/domain/days'
import { seal } from '@/lib/db/sealing'
import { retention } from '@/lib/retention/queries'
import { done, refused } from '@/lib/result'
import { type Actor, actorOf } from '../rules/actor'
import { type DocumentPlace, documentsOf, judgeDocument, judgeRemoval } from '../rules/documents'
import { pagePlace } from '../crypto/encrypted-fields'
import { situationOf } from './writer/situation'
import { destroyKey } from './writer/statements'
import { type Written, append, withLockedRequest } from './writer/append'

/** A copy of a document: re-encoded, watermarked pages. */
export type NewDocument = DocumentPlace & { id: string; pages: readonly Uint8Array[] }

/** Stores a copy of a document, encrypted; storing the same id again changes nothing. */
export const addDocument = ({
  actor,
  reference,
  document: { id, pages, ...place },
  now,
}: {
  actor: Actor
  reference: string
  document: NewDocument
  now: Date
}): Promise<Written> =>
  withLockedRequest(actor, reference, undefined, async (tx, locked) => {
    if (documentsOf(locked.record).some((stored) => stored.id === id)) return done(locked.record)
    const refusal = judgeDocument(place, await situationOf(tx, locked, actor, {}, now))
    if (refusal) return refused(refusal)
    const { photos } = locked.keys
    if (!photos) return refused({ code: 'ended' })
    const requestId = locked.record.id
    await tx
      .insertInto('document_page')
      .values(
        pages.map((bytes, page) => ({
          document_id: id,
          page,
          request_id: requestId,
          sealed: new Uint8Array(seal(photos, pagePlace(requestId, id, page), bytes)),
        })),
      )
      .execute()
    return done(
      await append(tx, locked, {
        type: 'add_document',
        at: now,
        actor: actorOf(actor),
        facts: { document: { id, ...place, pages: pages.length } },
      }),
    )
  })

/** Removes a copy for good: a wrong page, an unreadable photo. */
export const dropDocument = ({
  actor,
  reference,
  document: id,
  now,
}: {
  actor: Actor
  reference: string
  document: string
  now: Date
}): Promise<Written> =>
  withLockedRequest(actor, reference, undefined, async (tx, locked) => {
    const refusal = judgeRemoval(id, await situationOf(tx, locked, actor, {}, now))
    if (refusal) return refused(refusal)
    await tx.deleteFrom('document_page').where('document_id', '=', id).execute()
    return done(
      await append(tx, locked, {
        type: 'drop_document',
        at: now,
        actor: actorOf(actor),
        facts: { dropped: id },
      }),
    )
  })

/**
 * Deletes a request's copies of documents, and their key, once the retention period after its end
 * is over (L1).
 */
export const purgePhotos = (reference: string, now: Date): Promise<Written> =>
  withLockedRequest({ kind: 'system' }, reference, undefined, async (tx, locked) => {
    const { id, endedAt } = locked.record
    const { photoDays } = await retention(tx)
    if (
      !endedAt ||
      !locked.keys.photos ||
      addDays(dayOf(new Date(endedAt)), photoDays) > dayOf(now)
    )
      return refused({ code: 'nothing_owed' })
    await destroyKey(tx, id, 'photos')
    await tx.deleteFrom('document_page').where('request_id', '=', id).execute()
    return done(
      await append(tx, locked, {
        type: 'purge_photos',
        at: now,
        actor: { kind: 'system', id: null },
        facts: {},
      }),
    )
  })
