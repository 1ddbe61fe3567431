import type { DocumentType } from '@/lib/domain/identifiers/document'
import type { Identifiers } from './particulars'
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
