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
 * Destroys what a request holds of a person (L3): its three keys, and with them numbers, names,
 * contact, photos and free words, in the row and in all of its history; search words, codes, files,
 * questions and drafts too, also questions and drafts of no request that have its number or contact
 * in them, and the answers that API calls were given. The history still verifies. It is put on the
 * list of erasures, which is kept apart from the database, so that a backup from before does not
 * bring it back.
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
  withLockedRequest(actor, reference, undefined, async (tx, held) => {
    const { record, storeId } = held
    const requestId = record.id
    const refusal = judgeErasure(record, actorAt(actor, storeId))
    if (refusal) return refused(refusal)
    const persons = await personHashes(personsOf(held), tx)
    for (const table of erasedRows) {
      await sql`delete from ${sql.table(table)} where request_id = ${requestId}`.execute(tx)
    }
    await publishErasure(tx, { requestId, reference: record.reference, persons, now })
    const written = await append(
      tx,
      { ...held, keys: {}, identifiers: null, personal: null },
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

/** By what its person may be known elsewhere. */
function personsOf({ record, identifiers, personal }: LockedRequest): string[] {
  const typed = [identifiers?.number, personal?.contactPhone, personal?.contactEmail]
  return [record.reference, record.receipt?.number, ...typed].filter((text) => text !== undefined)
}

/**
 * Erases again what was erased before a backup was restored; nothing where it is gone already, or
 * where there is no such request.
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
