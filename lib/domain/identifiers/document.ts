import { type Checked, bad, compact, good } from './check'
import { checkCreditCode } from './credit-code'
import { checkResidentId } from './resident-id'

/** The documents that a person or an organisation is known by (I4, I5, P17). */
export const documentTypes = [
  'resident_id',
  'temporary_resident_id',
  'household_register',
  'passport',
  'hk_macau_permit',
  'taiwan_permit',
  'foreign_permanent_resident',
  'military_id',
  'armed_police_id',
  'business_licence',
  'institution_certificate',
  'death_certificate',
] as const
export type DocumentType = (typeof documentTypes)[number]

/** Documents of organisations: known by their unified social credit code. */
export const organisationDocuments = [
  'business_licence',
  'institution_certificate',
] as const satisfies readonly DocumentType[]

const isOrganisations = (type: DocumentType) =>
  (organisationDocuments as readonly DocumentType[]).includes(type)

/** Documents that identify a living person; the others prove an organisation or a death. */
export const personalDocuments = documentTypes.filter(
  (type) => !isOrganisations(type) && type !== 'death_certificate',
)

export const identifiesPerson = (type: DocumentType) =>
  (personalDocuments as readonly DocumentType[]).includes(type)

/**
 * Documents whose number is the resident identity number: a household register has the number of
 * each of its members.
 */
const numberedAsResident: readonly DocumentType[] = [
  'resident_id',
  'temporary_resident_id',
  'household_register',
]

const patterns: Partial<Record<DocumentType, RegExp>> = {
  passport: /^[A-Z0-9]{5,17}$/,
  hk_macau_permit: /^[HM](\d{8}|\d{10})$/,
  taiwan_permit: /^\d{8}$/,
  foreign_permanent_resident: /^[A-Z]{3}\d{12}$/,
  // As printed: the body that issued it, in Chinese, and a number, such as 军字第2001988号.
  military_id: /^(?=.*\d{4})[\p{Script=Han}A-Z0-9]{5,20}$/u,
  armed_police_id: /^(?=.*\d{4})[\p{Script=Han}A-Z0-9]{5,20}$/u,
  death_certificate: /^[A-Z0-9]{4,30}$/,
}

/** Whether this number has the resident format, with its birth date and check character. */
const isResidentFormat = (type: DocumentType, value: string) =>
  numberedAsResident.includes(type) ||
  // The card of 2023 has a number in the resident format; the one of 2017 is still in use.
  (type === 'foreign_permanent_resident' && /^9\d/.test(value))

/**
 * The birth date in a document's number (`YYYY-MM-DD`), as normalized by `checkDocumentNumber`; null
 * where the number has none.
 */
export const birthDateIn = (type: DocumentType, number: string): string | null =>
  isResidentFormat(type, number)
    ? `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
    : null

type Numbered = { type: DocumentType; number: string; country: string | null }

/**
 * Whether two documents name one person: a resident identity number is the same on every document
 * that has it; other numbers count by type, and passports by country.
 */
export const isSameDocument = (one: Numbered, other: Numbered): boolean =>
  one.number === other.number &&
  ((isResidentFormat(one.type, one.number) && isResidentFormat(other.type, other.number)) ||
    (one.type === other.type && one.country === other.country))

/** Whether the number of this type never has a birth date: then it is asked for. */
export const isUndated = (type: DocumentType) => !numberedAsResident.includes(type)

/** Checks a document's number by its type (I4, I5, P17); `today` as in `checkResidentId`. */
export function checkDocumentNumber(type: DocumentType, typed: string, today: string): Checked {
  const value = compact(typed)
  if (isOrganisations(type)) return checkCreditCode(value)
  if (isResidentFormat(type, value)) return checkResidentId(value, today)
  return patterns[type]?.test(value) ? good(value) : bad('document_malformed')
}
