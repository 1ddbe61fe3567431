import { sql } from 'kysely'
import type { RequestRecord } from '../rules/request-record'
import type { Personal } from '../rules/particulars'
import { type KeyClass, openDataKeys, openRow } from '../crypto/encrypted-fields'
import { storedKeys } from './stored-rows'

/** A key class whose values are in the request's row. */
export type RowClass = Exclude<KeyClass, 'photos'>
const rowClasses: readonly RowClass[] = ['identifiers', 'personal']

/**
 * `keyIdentifiers`, `keyPersonal`: the request's wrapped keys if selected with the row; undefined
 * otherwise.
 */
export type SealedRow<Record = RequestRecord> = {
  id: string
  record: Record
  sealedIdentifiers: Uint8Array | null
  sealedPersonal: Uint8Array | null
  keyIdentifiers?: Uint8Array | null
  keyPersonal?: Uint8Array | null
}

const keyColumn = (keyClass: RowClass) =>
  sql`(select k.wrapped from request_key k where k.request_id = r.id and k.class = ${keyClass})`

/** The plain fields of a row that lists show: a third of the record. */
export type ListedRecord = Pick<
  RequestRecord,
  | 'id'
  | 'reference'
  | 'version'
  | 'state'
  | 'store'
  | 'cardType'
  | 'channel'
  | 'carrier'
  | 'region'
  | 'promises'
  | 'receipt'
  | 'openedAt'
  | 'updatedAt'
  | 'submittedAt'
  | 'endedAt'
  | 'call'
>

/**
 * The fields to subtract. Selecting the listed fields one by one would decompress a long record
 * once per field.
 */
export const unlistedFields = Object.keys({
  relation: true,
  reason: true,
  revisionId: true,
  documentType: true,
  documentCountry: true,
  applicantDocument: true,
  authority: true,
  contact: true,
  previous: true,
  explained: true,
  touchedAt: true,
  approvedAt: true,
  customerWaiting: true,
  pausedOn: true,
  preCancelled: true,
  confirmedOn: true,
  waitsUntil: true,
  remindedAt: true,
  aftercareRemindedAt: true,
  steps: true,
  asked: true,
  ending: true,
  people: true,
  flagged: true,
  addedSteps: true,
  documents: true,
  photosPurged: true,
  erased: true,
  lookedAfter: true,
  contactConfirmed: true,
  slip: true,
  card: true,
  cardOwed: true,
  sentBack: true,
  overridden: true,
  assignee: true,
  refund: true,
  rating: true,
  reprints: true,
} satisfies Record<Exclude<keyof RequestRecord, keyof ListedRecord>, true>)

const listedRecord = sql`r.record - ${unlistedFields}::text[] as record`

/**
 * The columns that `openRows` needs of `request r`, including its keys; limited to `classes` where
 * no more is needed, since each class costs as much again.
 */
export const sealedColumns = (classes: readonly RowClass[] = rowClasses, record = sql`r.record`) =>
  sql.join([
    sql`r.id`,
    record,
    classes.includes('identifiers')
      ? sql`r.sealed_identifiers as "sealedIdentifiers",
          ${keyColumn('identifiers')} as "keyIdentifiers"`
      : sql`null as "sealedIdentifiers"`,
    classes.includes('personal')
      ? sql`r.sealed_personal as "sealedPersonal",
          ${keyColumn('personal')} as "keyPersonal"`
      : sql`null as "sealedPersonal"`,
  ])

/** The same columns for a list, as `SealedRow<ListedRecord>`. */
export const listedColumns = (classes?: readonly RowClass[]) => sealedColumns(classes, listedRecord)

/**
 * Decrypts the personal values of rows, with one query for the keys that were not selected with
 * them; erased values stay null. `classes`: decrypt only the parts under these keys.
 */
export async function openRows<R extends SealedRow<unknown>>(
  rows: readonly R[],
  classes: readonly RowClass[] = rowClasses,
) {
  const bare = rows.filter((row) => !bringsKeys(row)).map(({ id }) => id)
  const byRequest = grouped(bare.length ? await storedKeys(bare, classes) : [])
  return rows.map((row) => ({
    ...row,
    ...openRow(
      openDataKeys(
        row.id,
        bringsKeys(row) ? keysOfRow(row, classes) : (byRequest.get(row.id) ?? []),
      ),
      row.id,
      row,
    ),
  }))
}

const bringsKeys = (row: SealedRow<unknown>) =>
  row.keyIdentifiers !== undefined || row.keyPersonal !== undefined

/** The wrapped keys that were selected with a row. */
export function keysOfRow(
  { keyIdentifiers, keyPersonal }: SealedRow<unknown>,
  classes: readonly RowClass[] = rowClasses,
) {
  const wrapped = { identifiers: keyIdentifiers, personal: keyPersonal }
  return classes.flatMap((keyClass) =>
    wrapped[keyClass] ? [{ class: keyClass, wrapped: wrapped[keyClass] }] : [],
  )
}

function grouped<K extends { requestId: string }>(keys: readonly K[]) {
  const map = new Map<string, K[]>()
  for (const key of keys) map.set(key.requestId, [...(map.get(key.requestId) ?? []), key])
  return map
}

/** The last four digits of the returned card's ICCID, else of the one recorded at opening. */
export function iccidOf(personal: Personal | null): string | null {
  const noted = Object.values(personal?.notes ?? {}).find((note) => note.iccidMasked)?.iccidMasked
  return noted ?? personal?.iccidMasked ?? null
}
