import type { Receipt, RequestRecord } from '@/lib/cancellation/rules/request-record'
import type { Personal } from '@/lib/cancellation/rules/particulars'

/**
 * What a receipt's signature is over: who can compare the paper with it needs no more. Names short,
 * since a QR code carries it.
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

/** The facts that are signed, as they stood when the receipt was issued; the number masked (I7). */
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
