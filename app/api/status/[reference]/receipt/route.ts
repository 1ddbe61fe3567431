import { receiptPdfAnswer } from '@/components/requests/receipt-pdf-answer'
import { statusPassFor } from '@/lib/auth/status-pass'
import { requestIdOf } from '@/lib/cancellation/queries/status'
import { requestToTell } from '@/lib/cancellation/queries/to-tell'
import { readReference } from '@/lib/identifiers/reference'

/** The receipt as PDF, for its customer: by the slip or a code, not by the phone's digits alone. */
export async function GET(_: Request, { params }: { params: Promise<{ reference: string }> }) {
  const reference = readReference((await params).reference)
  const id = reference && (await statusPassFor(reference)) === 'slip' ? await requestIdOf(reference) : null
  const found = id ? await requestToTell(id) : null
  return found?.record.receipt ? receiptPdfAnswer(found, found.record.receipt) : new Response(null, { status: 404 })
}
