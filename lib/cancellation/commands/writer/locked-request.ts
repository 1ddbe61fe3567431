import { type SqlTransaction, anyOf } from '@/lib/db/sql'
import type { RequestRecord } from '../../rules/request-record'
import { openDataKeys, openRow } from '../../crypto/encrypted-fields'
import type { Scope } from '../../rules/actor'
import type { LockedRequest } from './next-event'
import { keysOf } from './statements'

/**
 * Locks a request's row until the transaction ends and decrypts it; null when none is in scope.
 */
export async function lockRequest(
  tx: SqlTransaction,
  reference: string,
  scope: Scope,
): Promise<LockedRequest | null> {
  const stores = scope !== 'all' && 'stores' in scope ? scope.stores : null
  const only = scope !== 'all' && 'only' in scope ? scope.only : null
  const row = await tx
    .selectFrom('request')
    .select(['id', 'store_id as storeId', 'record'])
    .select(['sealed_identifiers as sealedIdentifiers', 'sealed_personal as sealedPersonal'])
    .where('reference', '=', reference)
    .$if(stores !== null, (query) => query.where('store_id', '=', anyOf(stores ?? [])))
    .$if(only !== null, (query) => query.where('id', '=', only ?? ''))
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const keys = openDataKeys(row.id, await keysOf(tx, row.id))
  const record = row.record as RequestRecord
  return { record, storeId: row.storeId, keys, ...openRow(keys, row.id, row) }
}
