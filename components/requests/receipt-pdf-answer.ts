import type { Receipt } from '@/lib/cancellation/rules/request-record'
import { receiptPdf } from '@/lib/receipts/pdf'
import { signedReceipt } from '@/lib/receipts/sign'
import { signedFacts } from '@/lib/receipts/signed'
import { type ReceiptOf, receiptFacts } from './receipt-facts'

/** A receipt as a PDF download, which must not be cached. */
export async function receiptPdfAnswer(of: ReceiptOf, receipt: Receipt): Promise<Response> {
  const pdf = await receiptPdf(
    await receiptFacts(of, receipt),
    await signedReceipt(signedFacts(of.record, receipt, of.personal)),
  )
  return new Response(pdf, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="receipt-${receipt.number}.pdf"`,
      'cache-control': 'private, no-store',
    },
  })
}
