import { sql } from 'kysely'
import { personHashes } from '@/lib/db/person-hashes'
import { queueJob } from '@/lib/db/queue'
import { sqlDatabase } from '@/lib/db/sql'
import { erasedRows } from '@/lib/retention/inventory'
import { done, refused } from '@/lib/result'
import { type Actor, actorAt, actorOf } from '../rules/actor'
import { judgeErasure } from '../rules/erasure'
import type { LockedRequest } from './writer/next-event'
import { type Written, append, withLockedRequest } from './writer/append'
import { setNumberHash } from './writer/statements'
import { publishErasure } from './writer/subscribers'

/**
 * Erases a request's personal data (L3). Destroying its three keys makes numbers, names, contact,
 * photos and free text unreadable in the row and in the whole history, which still verifies. Search
 * tokens, codes and files are deleted; other domains erase what they hold of the person. The
 * request is added to the list of erasures outside the database, so that restoring an older backup
 * does not bring the data back.
 */
export const eraseRequest = ({
  actor,
  reference,
  now,
}: {
  actor: Actor
  reference: string
  now: Date
}): Promise<Written> =>
  withLockedRequest(actor, reference, undefined, async (tx, locked) => {
    const { record, storeId } = locked
    const requestId = record.id
    const refusal = judgeErasure(record, actorAt(actor, storeId))
    if (refusal) return refused(refusal)
    const persons = await personHashes(personsOf(locked), tx)
    for (const table of erasedRows) {
      await sql`delete from ${sql.table(table)} where request_id = ${requestId}`.execute(tx)
    }
    await publishErasure(tx, { requestId, reference: record.reference, persons, now })
    const written = await append(
      tx,
      { ...locked, keys: {}, identifiers: null, personal: null },
      { type: 'erase', at: now, actor: actorOf(actor), facts: {} },
    )
    await setNumberHash(tx, requestId, null)
    await queueJob(
      tx,
      'keep_erasure',
      { requestId, at: now.toISOString() },
      { key: `erasure ${requestId}` },
    )
    return done(written)
  })

/** What identifies the person in data of other domains. */
function personsOf({ record, identifiers, personal }: LockedRequest): string[] {
  const typed = [identifiers?.number, personal?.contactPhone, personal?.contactEmail]
  return [record.reference, record.receipt?.number, ...typed].filter((text) => text !== undefined)
}

/**
 * Repeats an erasure after a backup was restored; false when there is no such request or it is
 * erased already.
 */
export async function eraseAgain(requestId: string, now: Date): Promise<boolean> {
  const row = await sqlDatabase()
    .selectFrom('request')
    .select('reference')
    .where('id', '=', requestId)
    .executeTakeFirst()
  return (
    row !== undefined &&
    (await eraseRequest({ actor: { kind: 'system' }, reference: row.reference, now })).ok
  )
}
