import { Prisma, database } from '@/lib/db/client'
import type { RequestRecord } from '../facts'
import type { Personal } from '../particulars'
import { type KeyClass, openDataKeys, openRow } from '../planes'

/** `keyClasses`, `wrapped`: the request's keys, where they came with the row. */
export type SealedRow = { id: string; record: RequestRecord; sealedIdentifiers: Uint8Array | null; sealedPersonal: Uint8Array | null; keyClasses?: string[]; wrapped?: Uint8Array[] }

/** What `openRows` needs of `request r`, its keys with it. */
export const sealedColumns = Prisma.sql`
  r.id, r.record, r.sealed_identifiers as "sealedIdentifiers", r.sealed_personal as "sealedPersonal",
  array(select k.class from request_key k where k.request_id = r.id order by k.class) as "keyClasses",
  array(select k.wrapped from request_key k where k.request_id = r.id order by k.class) as wrapped`

/**
 * Opens the personal values of rows, with one query for the keys that did not come with them; what was erased stays null.
 * `classes`: only the parts under these keys, where the rest is not asked for.
 */
export async function openRows<R extends SealedRow>(rows: readonly R[], classes: readonly KeyClass[] = ['identifiers', 'personal']) {
  const bare = rows.flatMap(({ id, wrapped }) => (wrapped ? [] : [id]))
  const byRequest = grouped(bare.length ? await database().requestKey.findMany({ where: { requestId: { in: bare } } }) : [])
  const keysOf = ({ id, keyClasses, wrapped }: R) => (wrapped ? wrapped.map((bytes, place) => ({ class: keyClasses?.[place] ?? '', wrapped: bytes })) : (byRequest.get(id) ?? []))
  const wanted = (key: { class: string }) => classes.some((one) => one === key.class)
  return rows.map((row) => ({ ...row, ...openRow(openDataKeys(row.id, keysOf(row).filter(wanted)), row.id, row) }))
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
