import { sql } from 'kysely'
import { keyedHash } from '@/lib/db/keyed-hash'
import { type SqlDatabase, sqlDatabase } from '@/lib/db/sql'
import type { Day } from '@/lib/domain/days'
import { type State, liveStates } from '../rules/workflow'

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
 * Which of these numbers were cancelled here or have stopped by that day, or are a dead person's:
 * nothing is sent to them any more (F31, P5, P29).
 */
export async function cancelledAmong(e164s: readonly string[], today: Day): Promise<Set<string>> {
  if (e164s.length === 0) return new Set()
  const asked = await Promise.all(
    e164s.map(async (e164) => ({ e164, hash: await numberHashOf(e164) })),
  )
  const stopped = (states: readonly State[]) =>
    sqlDatabase()
      .selectFrom('request')
      .select('number_hash as hash')
      .where('state', 'in', sql<State>`(${sql.join(states.map((state) => sql.lit(state)))})`)
      .where(
        'number_hash',
        '=',
        sql<Uint8Array<ArrayBuffer>>`any(${asked.map(({ hash }) => hash)})`,
      )
      .where(
        sql<boolean>`(record ->> 'confirmedOn' <= ${today}
          or record -> 'preCancelled' ->> 'on' <= ${today} or record ->> 'reason' = 'death')`,
      )
  // Each half uses its own partial index, for completed and for live requests: the planner needs
  // the state in the statement.
  const rows = await stopped(['completed']).union(stopped(liveStates)).execute()
  return new Set(
    asked.flatMap(({ e164, hash }) =>
      rows.some((row) => row.hash && Buffer.from(row.hash).equals(hash)) ? e164 : [],
    ),
  )
}
