import { database } from '@/lib/db/client'
import type { RequestRecord } from '../facts'
import { openDataKeys, openRow } from '../planes'

/** A request with what its customer is told from; null when there is none. */
export async function requestToTell(requestId: string) {
  const row = await database().request.findUnique({ where: { id: requestId }, include: { store: { select: { nameZh: true, nameEn: true } } } })
  if (!row) return null
  const record = row.record as unknown as RequestRecord
  const keys = await database().requestKey.findMany({ where: { requestId } })
  return { record, keys, store: row.store, ...openRow(openDataKeys(requestId, keys), requestId, row) }
}
