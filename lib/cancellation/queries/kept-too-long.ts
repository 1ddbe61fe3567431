import { type RawBuilder, sql } from 'kysely'
import type { Day } from '@/lib/domain/days'
import { sqlDatabase } from '@/lib/db/sql'
import type { KeyClass } from '../crypto/encrypted-fields'
import { batch, inBatches } from './in-batches'

/**
 * Requests that had ended by the end of this day in Shanghai and whose full identifiers can still
 * be decrypted.
 */
export const keptTooLong = (day: Day) => endedWithKey(day, 'identifiers', sql``)

/**
 * Requests that had ended by the end of this day in Shanghai and whose document copies still exist.
 */
export const photosKeptTooLong = (day: Day) => endedWithKey(day, 'photos', withPages)

const withPages = sql`and exists (select from document_page p where p.request_id = r.id)`
const ended = (day: Day, keyClass: KeyClass, also: RawBuilder<unknown>) => sql`
    from request r join request_key k on k.request_id = r.id and k.class = ${keyClass}
    where r.ended_at < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai' ${also}`

/**
 * How many requests the next retention run affects, given the last days that are no longer kept.
 */
export async function countTooLong(
  photosDay: Day,
  identifiersDay: Day,
): Promise<{ photos: number; identifiers: number }> {
  const count = async (rest: RawBuilder<unknown>) =>
    (await sql<{ count: number }>`select count(*)::int as count ${rest}`.execute(sqlDatabase()))
      .rows[0]?.count ?? 0
  return {
    photos: await count(ended(photosDay, 'photos', withPages)),
    identifiers: await count(ended(identifiersDay, 'identifiers', sql``)),
  }
}

const endedWithKey = (day: Day, keyClass: KeyClass, also: RawBuilder<unknown>) =>
  inBatches(
    (after) => sql<{ id: string; reference: string }>`
    select r.id, r.reference
    ${ended(day, keyClass, also)} and r.id > ${after}::uuid
    order by r.id limit ${batch}`,
  )
