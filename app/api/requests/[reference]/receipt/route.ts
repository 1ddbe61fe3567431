import { receiptPdfAnswer } from '@/components/requests/receipt-pdf-answer'
import { may } from '@/lib/domain/permissions'
import { currentViewer } from '@/lib/auth/viewer'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { readReference } from '@/lib/domain/identifiers/reference'

/** The receipt as PDF, for the store's people. */
export async function GET(_: Request, { params }: { params: Promise<{ reference: string }> }) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'request.print'))
    return new Response(null, { status: 403 })
  const reference = readReference((await params).reference)
  const one = reference ? await oneRequest(viewer, reference, new Date()) : null
  return one?.record.receipt
    ? receiptPdfAnswer(one, one.record.receipt)
    : new Response(null, { status: 404 })
}
