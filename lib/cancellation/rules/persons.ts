import type { DocumentType } from '@/lib/domain/identifiers/document'
import type { Identifiers, Personal } from './particulars'
import type { RequestRecord } from './request-record'

/** A document that somebody is known by; `country` of a passport. */
export type PersonDocument = { type: DocumentType; number: string; country: string | null }

/** The holder's document; null once the numbers were masked or erased. */
export const holderDocumentOf = (
  { documentType, documentCountry }: Pick<RequestRecord, 'documentType' | 'documentCountry'>,
  identifiers: Identifiers | null,
): PersonDocument | null =>
  identifiers && {
    type: documentType as DocumentType,
    number: identifiers.holderDocument,
    country: documentCountry,
  }

/** The document of whoever acts for the holder; null where nobody does, or once it is masked. */
export const applicantDocumentOf = (
  { applicantDocument }: Pick<RequestRecord, 'applicantDocument'>,
  identifiers: Identifiers | null,
): PersonDocument | null =>
  applicantDocument && identifiers?.applicantDocument
    ? {
        type: applicantDocument.type as DocumentType,
        number: identifiers.applicantDocument,
        country: applicantDocument.country,
      }
    : null

/** In which part somebody appears on a request: whose number it is, or who acts for them. */
export type Side = 'holder' | 'applicant'

/** The document of whoever appears in this part. */
export const documentOf = (
  side: Side,
  record: RequestRecord,
  identifiers: Identifiers | null,
): PersonDocument | null =>
  side === 'holder'
    ? holderDocumentOf(record, identifiers)
    : applicantDocumentOf(record, identifiers)

/** What whoever appears in this part is called. */
export const nameOf = (side: Side, personal: Personal | null): string | undefined =>
  side === 'holder' ? personal?.holderName : personal?.applicantName
