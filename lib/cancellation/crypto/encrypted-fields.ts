import { keyService } from '@/lib/db/key-service'
import { newKey, sealJson, unsealJson } from '@/lib/db/sealing'
import type { Identifiers, Personal } from '../rules/particulars'

/** The classes of a request's data keys; they are destroyed at different times (L1). */
export const keyClasses = ['photos', 'identifiers', 'personal'] as const
export type KeyClass = (typeof keyClasses)[number]

/** A request's unwrapped data keys; destroyed ones are missing. */
export type DataKeys = Partial<Record<KeyClass, Uint8Array>>

const keyPlace = (requestId: string, keyClass: KeyClass) => `request|${requestId}|${keyClass}`
const rowPlace = (requestId: string, keyClass: KeyClass) => `row|${requestId}|${keyClass}`
const eventPlace = (requestId: string, sequence: number, keyClass: KeyClass) =>
  `event|${requestId}|${sequence}|${keyClass}`
/** Associated data that binds a document page's ciphertext to its place. */
export const pagePlace = (requestId: string, documentId: string, page: number) =>
  `document|${requestId}|${documentId}|${page}`

/** Creates a request's three data keys, with their wrapped form for the database. */
export function makeDataKeys(requestId: string) {
  const keys = Object.fromEntries(keyClasses.map((keyClass) => [keyClass, newKey()])) as Record<
    KeyClass,
    Buffer
  >
  const rows = keyClasses.map((keyClass) => ({
    requestId,
    class: keyClass,
    wrapped: new Uint8Array(keyService().wrap(keyPlace(requestId, keyClass), keys[keyClass])),
  }))
  return { keys: keys as DataKeys, rows }
}

/** Unwraps the keys of one request. */
export function openDataKeys(
  requestId: string,
  rows: readonly { class: string; wrapped: Uint8Array }[],
): DataKeys {
  const known = rows.filter((row) => (keyClasses as readonly string[]).includes(row.class))
  return Object.fromEntries(
    known.map((row) => [
      row.class,
      keyService().unwrap(keyPlace(requestId, row.class as KeyClass), row.wrapped),
    ]),
  )
}

type SealedParts = {
  sealedIdentifiers: Uint8Array<ArrayBuffer> | null
  sealedPersonal: Uint8Array<ArrayBuffer> | null
}
type PersonalParts = { identifiers: object | null; personal: object | null }

const isEmpty = (value: object | null) => value === null || Object.keys(value).length === 0

function sealPart(key: Uint8Array | undefined, place: string, value: object | null) {
  if (isEmpty(value)) return null
  if (!key) throw new Error('the key of this part was destroyed: nothing can be added to it')
  return sealJson(key, place, value)
}

const unsealPart = <T>(key: Uint8Array | undefined, place: string, sealed: Uint8Array | null) =>
  key && sealed ? (unsealJson(key, place, sealed) as T) : null

/** Encrypts an event's personal values. */
export const sealEvent = (
  keys: DataKeys,
  requestId: string,
  sequence: number,
  parts: PersonalParts,
): SealedParts => ({
  sealedIdentifiers: sealPart(
    keys.identifiers,
    eventPlace(requestId, sequence, 'identifiers'),
    parts.identifiers,
  ),
  sealedPersonal: sealPart(
    keys.personal,
    eventPlace(requestId, sequence, 'personal'),
    parts.personal,
  ),
})

/** Encrypts the personal values of a request's row. */
export const sealRow = (keys: DataKeys, requestId: string, parts: PersonalParts): SealedParts => ({
  sealedIdentifiers: sealPart(
    keys.identifiers,
    rowPlace(requestId, 'identifiers'),
    parts.identifiers,
  ),
  sealedPersonal: sealPart(keys.personal, rowPlace(requestId, 'personal'), parts.personal),
})

/** Decrypts an event's personal values, as far as the keys still exist. */
export const openEvent = (
  keys: DataKeys,
  requestId: string,
  sequence: number,
  sealed: { sealedIdentifiers: Uint8Array | null; sealedPersonal: Uint8Array | null },
) => ({
  identifiers: unsealPart<Partial<Identifiers>>(
    keys.identifiers,
    eventPlace(requestId, sequence, 'identifiers'),
    sealed.sealedIdentifiers,
  ),
  personal: unsealPart<Partial<Personal>>(
    keys.personal,
    eventPlace(requestId, sequence, 'personal'),
    sealed.sealedPersonal,
  ),
})

/** Decrypts the personal values of a request's row, as far as the keys still exist. */
export const openRow = (
  keys: DataKeys,
  requestId: string,
  sealed: { sealedIdentifiers: Uint8Array | null; sealedPersonal: Uint8Array | null },
) => ({
  identifiers: unsealPart<Identifiers>(
    keys.identifiers,
    rowPlace(requestId, 'identifiers'),
    sealed.sealedIdentifiers,
  ),
  personal: unsealPart<Personal>(
    keys.personal,
    rowPlace(requestId, 'personal'),
    sealed.sealedPersonal,
  ),
})
