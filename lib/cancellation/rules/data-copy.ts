import { z } from 'zod'
import type { LookReason } from '@/lib/domain/coded-values'
import { compact } from '@/lib/domain/identifiers/check'
import { type DocumentType, identifiesPerson } from '@/lib/domain/identifiers/document'
import { maskDocument } from '@/lib/domain/identifiers/mask'
import type { Identifiers, Personal } from './particulars'
import { type Side, applicantDocumentOf, holderDocumentOf } from './persons'
import type { RequestRecord } from './request-record'

/** Why a copy of a person's data is given (L3): of the reasons to look, those of the person. */
export const copyReasons = ['customer_asked', 'complaint'] as const satisfies readonly LookReason[]

/**
 * What is confirmed before a copy is given: whoever asks is that person, whose document lies on the
 * counter. Its number is typed anew, so that nobody opens a copy of whom they do not have before
 * them.
 */
export const copySchema = z.strictObject({
  document: z.string('required').trim().min(1, 'required').max(60, 'too_long'),
  reason: z.enum(copyReasons, 'required'),
  identityMatched: z.literal(true, 'must_be_ticked'),
})
export type CopyInput = z.output<typeof copySchema>

type Known = { record: RequestRecord; identifiers: Identifiers | null; personal: Personal | null }

/**
 * Whose document this typed number is; null for nobody's. Not an organisation's, whose data are not
 * a person's, and not a dead holder's, who asks for nothing. After the numbers were masked only the
 * last four characters can be compared.
 */
export function sideOf(typed: string, { record, identifiers, personal }: Known): Side | null {
  const number = compact(typed)
  const holder = holderDocumentOf(record, identifiers)
  const holderAsks =
    record.relation !== 'heir' && identifiesPerson(record.documentType as DocumentType)
  if (!identifiers) {
    const isHolders = personal?.holderDocumentMasked === maskDocument(number, 'staff')
    return holderAsks && isHolders ? 'holder' : null
  }
  if (holderAsks && holder?.number === number) return 'holder'
  return applicantDocumentOf(record, identifiers)?.number === number ? 'applicant' : null
}
