import { database } from '@/lib/db/client'
import type { RequestRecord } from '../facts'
import type { Personal } from '../particulars'
import { openDataKeys, openRow } from '../planes'

export type SealedRow = { id: string; record: RequestRecord; sealedIdentifiers: Uint8Array | null; sealedPersonal: Uint8Array | null }

/** Opens the personal values of rows, with one query for all their keys; what was erased stays null. */
export async function openRows<R extends SealedRow>(rows: readonly R[]) {
  const keys = await database().requestKey.findMany({ where: { requestId: { in: rows.map((row) => row.id) } } })
  const byRequest = grouped(keys)
  return rows.map((row) => ({ ...row, ...openRow(openDataKeys(row.id, byRequest.get(row.id) ?? []), row.id, row) }))
}

function grouped<K extends { requestId: string }>(keys: readonly K[]) {
  const map = new Map<string, K[]>()
  for (const key of keys) map.set(key.requestId, [...(map.get(key.requestId) ?? []), key])
  return map
}

/** The last four of the card that was handed in, or of the one recorded at the start. */
export function iccidOf(personal: Personal | null): string | null {
  const noted = Object.values(personal?.notes ?? {}).find((note) => note.iccidMasked)?.iccidMasked
  return noted ?? personal?.iccidMasked ?? null
}
