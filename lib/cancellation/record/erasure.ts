import { database } from '@/lib/db/client'
import { queueJob } from '@/lib/db/queue'
import { done, refused } from '@/lib/result'
import { type By, actorAt, actorOf } from '../by'
import { judgeErasure } from '../erasure'
import { type Written, append, withHeld } from './write'

/**
 * Destroys what a request holds of a person (L3): its three keys, and with them numbers, names, contact, photos and free words, in the row and
 * in all of its history; search words, codes, files and questions too. The history still verifies. It is put on the list of
 * erasures, which is kept apart from the database, so that a backup from before does not bring it back.
 */
export const eraseRequest = (by: By, reference: string, now: Date): Promise<Written> =>
  withHeld(by, reference, undefined, async (tx, held) => {
    const { record, storeId } = held
    const requestId = record.id
    const refusal = judgeErasure(record, actorAt(by, storeId))
    if (refusal) return refused(refusal)
    await tx.requestKey.deleteMany({ where: { requestId } })
    for (const table of [tx.documentPage, tx.upload, tx.searchToken, tx.oneTimeCode] as (typeof tx.searchToken)[]) await table.deleteMany({ where: { requestId } })
    // Whose key is gone says nothing any more; that something was asked, and answered when, stays for the figures.
    await tx.question.updateMany({ where: { requestId }, data: { key: null } })
    await tx.notice.updateMany({ where: { requestId, state: { in: ['queued', 'waiting', 'kept', 'dead'] } }, data: { state: 'skipped', fault: 'erased' } })
    const written = await append(tx, { ...held, keys: {}, identifiers: null, personal: null }, { type: 'erase', at: now, actor: actorOf(by), facts: {} })
    await tx.request.update({ where: { id: requestId }, data: { numberHash: null } })
    await queueJob(tx, 'keep_erasure', { requestId, at: now.toISOString() }, { key: `erasure ${requestId}` })
    return done(written)
  })

/** Erases again what was erased before a backup was restored; nothing where it is gone already, or where there is no such request. */
export async function eraseAgain(requestId: string, now: Date): Promise<boolean> {
  const row = await database().request.findUnique({ where: { id: requestId }, select: { reference: true } })
  return row !== null && (await eraseRequest({ kind: 'system' }, row.reference, now)).ok
}
