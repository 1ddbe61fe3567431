import type { Receipt, RequestRecord } from '@/lib/cancellation/rules/request-record'
import type { Personal } from '@/lib/cancellation/rules/particulars'

/**
 * The facts that a receipt signs: no more than a verifier needs, with short names because a QR code
 * carries them.
 */
export type SignedReceipt = {
  receipt: string
  reference: string
  issued: string
  phone: string
  carrier: string
  region: string
  ended: string
  store: string
}

/** The signed facts as of the receipt's issue; the number is masked (I7). */
export const signedFacts = (
  record: RequestRecord,
  receipt: Receipt,
  personal: Personal | null,
): SignedReceipt => ({
  receipt: receipt.number,
  reference: record.reference,
  issued: receipt.issuedAt,
  phone: personal?.numberMasked ?? '',
  carrier: record.carrier,
  region: record.region,
  ended: record.confirmedOn ?? '',
  store: record.store,
})
