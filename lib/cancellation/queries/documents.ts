import { dayOf } from '@/lib/domain/days'
import { type SqlDatabase, anyOf, sqlDatabase } from '@/lib/db/sql'
import { publishedRevision } from '@/lib/guide/queries/published'
import { type Result, done, refused } from '@/lib/result'
import { type Actor, actorAt, scopeOf } from '../rules/actor'
import {
  type DocumentPlace,
  type DocumentRefusal,
  documentsOf,
  judgeDocument,
} from '../rules/documents'
import type { RequestRecord } from '../rules/request-record'
import { openDataKeys } from '../crypto/encrypted-fields'
import { storedKeys } from './stored-rows'

/** Where a copy would be stored, for its watermark. */
export type DocumentHome = { requestId: string; storeName: string; day: string }

/** Whether a copy may be added here, and its place: checked before a file is accepted. */
export async function documentHome(
  by: Actor,
  reference: string,
  place: DocumentPlace,
  now: Date,
): Promise<Result<DocumentHome, DocumentRefusal>> {
  const row = await rowInScope(by, reference)
  if (!row) return refused({ code: 'not_found' })
  const record = row.record as RequestRecord
  const { content: guide } = await publishedRevision(record.revisionId)
  const refusal = judgeDocument(place, { record, guide, actor: actorAt(by, row.storeId) })
  return refusal
    ? refused(refusal)
    : done({ requestId: row.id, storeName: row.storeName, day: dayOf(now) })
}

function rowInScope(by: Actor, reference: string) {
  const scope = scopeOf(by)
  const found = sqlDatabase()
    .selectFrom('request as r')
    .innerJoin('store as s', 's.id', 'r.store_id')
    .select(['r.id', 'r.store_id as storeId', 'r.record', 's.name_zh as storeName'])
    .where('r.reference', '=', reference)
  const inScope =
    scope === 'all'
      ? found
      : 'stores' in scope
        ? found.where('r.store_id', '=', anyOf(scope.stores))
        : found.where('r.id', '=', scope.only)
  return inScope.executeTakeFirst()
}

/** The key of a request's photos; null once destroyed (L1). */
export async function photoKey(
  requestId: string,
  tx: SqlDatabase = sqlDatabase(),
): Promise<Uint8Array | null> {
  const rows = await storedKeys([requestId], ['photos'], tx)
  return openDataKeys(requestId, rows).photos ?? null
}

/** A request's copy by id, for somebody with access to the request; null when there is none. */
export async function storedDocument(by: Actor, reference: string, id: string) {
  const row = await rowInScope(by, reference)
  const record = row?.record as RequestRecord | undefined
  const stored =
    record && !record.photosPurged && documentsOf(record).find((document) => document.id === id)
  return row && stored ? { requestId: row.id, ...stored } : null
}
