import { Prisma, database } from '@/lib/db/client'
import type { RequestRecord } from '../facts'
import type { Personal } from '../particulars'
import { type KeyClass, openDataKeys, openRow } from '../planes'

/** A class whose values stand in the request's row. */
export type RowClass = Exclude<KeyClass, 'photos'>
const rowClasses: readonly RowClass[] = ['identifiers', 'personal']

/** `keyIdentifiers`, `keyPersonal`: the request's wrapped keys, where they came with the row; undefined where they were not asked for. */
export type SealedRow<Record = RequestRecord> = {
  id: string; record: Record; sealedIdentifiers: Uint8Array | null; sealedPersonal: Uint8Array | null; keyIdentifiers?: Uint8Array | null; keyPersonal?: Uint8Array | null
}

const keyColumn = (keyClass: RowClass) => Prisma.sql`(select k.wrapped from request_key k where k.request_id = r.id and k.class = ${keyClass})`

/** What lists show of a request's row in the plain: the rest is as much again, and would be read for each of fifty. */
export const listedFields = ['id', 'reference', 'version', 'state', 'store', 'cardType', 'channel', 'carrier', 'region', 'promises', 'receipt', 'openedAt', 'updatedAt', 'submittedAt', 'endedAt'] as const satisfies readonly (keyof RequestRecord)[]
export type ListedRecord = Pick<RequestRecord, (typeof listedFields)[number]>

const listedRecord = Prisma.sql`jsonb_build_object(${Prisma.raw(listedFields.map((field) => `'${field}', r.record -> '${field}'`).join(', '))}) as record`

/** What `openRows` needs of `request r`, its keys with it; of `classes` alone, where no more is asked for: the rest costs as much again. */
export const sealedColumns = (classes: readonly RowClass[] = rowClasses, record = Prisma.sql`r.record`) =>
  Prisma.join([
    Prisma.sql`r.id`,
    record,
    classes.includes('identifiers') ? Prisma.sql`r.sealed_identifiers as "sealedIdentifiers", ${keyColumn('identifiers')} as "keyIdentifiers"` : Prisma.sql`null as "sealedIdentifiers"`,
    classes.includes('personal') ? Prisma.sql`r.sealed_personal as "sealedPersonal", ${keyColumn('personal')} as "keyPersonal"` : Prisma.sql`null as "sealedPersonal"`,
  ])

/** The same for a list, as `SealedRow<ListedRecord>`. */
export const listedColumns = (classes?: readonly RowClass[]) => sealedColumns(classes, listedRecord)

/**
 * Opens the personal values of rows, with one query for the keys that did not come with them; what was erased stays null.
 * `classes`: only the parts under these keys, where the rest is not asked for.
 */
export async function openRows<R extends SealedRow<unknown>>(rows: readonly R[], classes: readonly RowClass[] = rowClasses) {
  const bare = rows.filter((row) => !bringsKeys(row)).map(({ id }) => id)
  const byRequest = grouped(bare.length ? await database().requestKey.findMany({ where: { requestId: { in: bare }, class: { in: [...classes] } } }) : [])
  return rows.map((row) => ({ ...row, ...openRow(openDataKeys(row.id, bringsKeys(row) ? keysWith(row, classes) : (byRequest.get(row.id) ?? [])), row.id, row) }))
}

const bringsKeys = (row: SealedRow<unknown>) => row.keyIdentifiers !== undefined || row.keyPersonal !== undefined

function keysWith({ keyIdentifiers, keyPersonal }: SealedRow<unknown>, classes: readonly RowClass[]) {
  const wrapped = { identifiers: keyIdentifiers, personal: keyPersonal }
  return classes.flatMap((keyClass) => (wrapped[keyClass] ? [{ class: keyClass, wrapped: wrapped[keyClass] }] : []))
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
