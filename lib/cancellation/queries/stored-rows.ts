import { type RawBuilder, sql } from 'kysely'
import { compiledStatement } from '@/lib/db/compiled-statement'
import { type SqlDatabase, sqlDatabase } from '@/lib/db/sql'
import type { RequestRecord } from '../rules/request-record'

/** A request's row as it is stored, by its reference; null when there is none. */
export async function storedRequest(reference: string) {
  const row = await sqlDatabase()
    .selectFrom('request')
    .select(['id', 'version', 'store_id as storeId', 'ended_at as endedAt', 'record'])
    .select(['sealed_identifiers as sealedIdentifiers', 'sealed_personal as sealedPersonal'])
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row ? { ...row, record: row.record as RequestRecord } : null
}

/** A request's events, oldest first, to be narrowed further. */
export const storedEvents = (requestId: string) =>
  sqlDatabase()
    .selectFrom('every_event')
    .select(['sequence', 'type', 'at', 'facts'])
    .select(['actor_kind as actorKind', 'actor_id as actorId'])
    .select(['sealed_identifiers as sealedIdentifiers', 'sealed_personal as sealedPersonal'])
    .where('request_id', '=', requestId)
    .orderBy('sequence')

/** The wrapped keys of these requests, for `openDataKeys`; destroyed ones are missing. */
export const storedKeys = (
  requestIds: readonly string[],
  classes: readonly string[] = ['identifiers', 'personal', 'photos'],
  database: SqlDatabase = sqlDatabase(),
) => {
  const [requestId] = requestIds
  return requestId !== undefined && requestIds.length === 1
    ? keysOfOne({ requestId, classes }, database)
    : keys(database, classes)
        .where('request_id', 'in', [...requestIds])
        .execute()
}

const keys = (builder: SqlDatabase, classes: readonly string[] | RawBuilder<readonly string[]>) =>
  builder
    .selectFrom('request_key')
    .select(['request_id as requestId', 'class', 'wrapped'])
    .where('class', '=', sql<string>`any(${classes})`)

const keysOfOne = compiledStatement<{ requestId: string; classes: readonly string[] }>()(
  (builder, value) => keys(builder, value('classes')).where('request_id', '=', value('requestId')),
)
