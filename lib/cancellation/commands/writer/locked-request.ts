import type { Transaction } from '@/lib/db/client'
import { straight } from '@/lib/db/in-transaction'
import type { RequestRecord } from '../../rules/request-record'
import { openDataKeys, openRow } from '../../crypto/encrypted-fields'
import type { Scope } from '../../rules/actor'
import type { LockedRequest } from './next-event'
import { keysOf } from './statements'

type Row = {
  id: string
  storeId: string
  record: RequestRecord
  sealedIdentifiers: Uint8Array | null
  sealedPersonal: Uint8Array | null
}

/**
 * Locks a request's row until the transaction ends and opens it; null when there is none in scope.
 */
export async function lockRequest(
  tx: Transaction,
  reference: string,
  scope: Scope,
): Promise<LockedRequest | null> {
  const stores = scope !== 'all' && 'stores' in scope ? [...scope.stores] : null
  const only = scope !== 'all' && 'only' in scope ? scope.only : null
  const rows = await straight(tx).$queryRaw<Row[]>`
    select id, store_id as "storeId", record, sealed_identifiers as "sealedIdentifiers", sealed_personal as "sealedPersonal"
    from request
    where reference = ${reference}
      and (${stores}::uuid[] is null or store_id = any(${stores}::uuid[]))
      and (${only}::uuid is null or id = ${only}::uuid)
    for update`
  const row = rows[0]
  if (!row) return null
  const keys = openDataKeys(row.id, await keysOf(tx, row.id))
  return { record: row.record, storeId: row.storeId, keys, ...openRow(keys, row.id, row) }
}
