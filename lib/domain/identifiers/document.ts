import { type Checked, bad, compact, good } from './check'
import { checkResidentId } from './resident-id'

export const documentTypes = [
  'resident_id',
  'passport',
  'hk_macau_permit',
  'taiwan_permit',
  'foreign_permanent_resident',
  'business_licence',
  'death_certificate',
] as const
export type DocumentType = (typeof documentTypes)[number]

/** Documents that identify a living person; the other two prove a company or a death. */
export const personalDocuments = documentTypes.filter(
  (type) => type !== 'business_licence' && type !== 'death_certificate',
)

export const identifiesPerson = (type: DocumentType) =>
  (personalDocuments as readonly DocumentType[]).includes(type)

const patterns: Record<Exclude<DocumentType, 'resident_id'>, RegExp> = {
  passport: /^[A-Z0-9]{5,17}$/,
  hk_macau_permit: /^[HM](\d{8}|\d{10})$/,
  taiwan_permit: /^\d{8}$/,
  foreign_permanent_resident: /^[A-Z]{3}\d{12}$/,
  business_licence: /^([0-9A-HJ-NP-RTUWXY]{18}|\d{15})$/,
  death_certificate: /^[A-Z0-9]{4,30}$/,
}

/** Checks a document's number by its type (I4, I5); `today` as in `checkResidentId`. */
export function checkDocumentNumber(type: DocumentType, typed: string, today: string): Checked {
  const value = compact(typed)
  if (type === 'resident_id') return checkResidentId(value, today)
  // The card of 2023 has a number in the resident format; the one of 2017 is still in use.
  if (type === 'foreign_permanent_resident' && /^9\d/.test(value))
    return checkResidentId(value, today)
  return patterns[type].test(value) ? good(value) : bad('document_malformed')
}
