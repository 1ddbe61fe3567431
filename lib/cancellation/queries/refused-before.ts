import { sql } from 'kysely'
import { sqlDatabase } from '@/lib/db/sql'
import { type Day, dayOf } from '@/lib/domain/days'
import { numberHashOf } from './live'
import { numberToken } from './search'

/** A request that was rejected: its reference, the day, and the coded reason. */
export type RefusedBefore = { reference: string; day: Day; reason: string | null }

/** The latest request of this number that this store has rejected; null when there is none. */
export async function refusedBefore(e164: string, storeId: string): Promise<RefusedBefore | null> {
  const found = await sqlDatabase()
    .selectFrom('search_token')
    .innerJoin('request', 'request.id', 'search_token.request_id')
    .select(['request.reference', 'request.ended_at as endedAt'])
    .select(sql<string | null>`request.record -> 'ending' ->> 'reason'`.as('reason'))
    .where('search_token.token', '=', await numberToken(e164))
    .where('search_token.store_id', '=', storeId)
    // Tokens can collide.
    .where('request.number_hash', '=', await numberHashOf(e164))
    .where('request.state', '=', 'rejected')
    .orderBy('request.id', 'desc')
    .executeTakeFirst()
  if (!found?.endedAt) return null
  const { reference, endedAt, reason } = found
  return { reference, day: dayOf(endedAt), reason }
}
