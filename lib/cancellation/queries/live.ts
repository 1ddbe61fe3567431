import { sql } from 'kysely'
import { keyedHash } from '@/lib/db/keyed-hash'
import { type SqlDatabase, sqlDatabase } from '@/lib/db/sql'
import type { Day } from '@/lib/domain/days'
import { liveStates } from '../rules/workflow'

/** The keyed hash behind the number's unique constraint. */
export const numberHashOf = async (e164: string) =>
  new Uint8Array((await keyedHash())('number', e164))

export type Live = { id: string; reference: string; storeId: string }

/** The number's live request at any store. */
export const liveRequest = async (
  database: SqlDatabase,
  numberHash: Uint8Array<ArrayBuffer>,
): Promise<Live | null> =>
  (await database
    .selectFrom('request')
    .select(['id', 'reference', 'store_id as storeId'])
    .where('number_hash', '=', numberHash)
    .where('state', 'in', [...liveStates])
    .executeTakeFirst()) ?? null

/**
 * The reference of a number's live request, for moves from elsewhere; never shown to people without
 * access.
 */
export const liveReference = async (e164: string): Promise<string | null> =>
  (await liveRequest(sqlDatabase(), await numberHashOf(e164)))?.reference ?? null

/**
 * Which of these numbers were cancelled here or have stopped by that day: nothing is sent to them
 * any more (F31, P5).
 */
export async function cancelledAmong(e164s: readonly string[], today: Day): Promise<Set<string>> {
  if (e164s.length === 0) return new Set()
  const asked = await Promise.all(
    e164s.map(async (e164) => ({ e164, hash: await numberHashOf(e164) })),
  )
  const stopped = (state: 'completed' | 'closing') =>
    sqlDatabase()
      .selectFrom('request')
      .select('number_hash as hash')
      .where('state', '=', sql.lit(state))
      .where(
        'number_hash',
        '=',
        sql<Uint8Array<ArrayBuffer>>`any(${asked.map(({ hash }) => hash)})`,
      )
      .where(
        sql<boolean>`(record ->> 'confirmedOn' <= ${today}
          or record -> 'preCancelled' ->> 'on' <= ${today})`,
      )
  // Each half uses its own partial index, for completed and for live requests: the planner needs
  // the state in the statement.
  const rows = await stopped('completed').union(stopped('closing')).execute()
  return new Set(
    asked.flatMap(({ e164, hash }) =>
      rows.some((row) => row.hash && Buffer.from(row.hash).equals(hash)) ? e164 : [],
    ),
  )
}
