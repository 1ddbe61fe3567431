import { getTranslations } from 'next-intl/server'
import { receiptPdfAnswer } from '@/components/requests/receipt-pdf-answer'
import { languageAsked } from '@/lib/api/words'
import { statusPassFor } from '@/lib/auth/status-pass'
import { requestIdOf } from '@/lib/cancellation/queries/status'
import { noticeDataOf } from '@/lib/cancellation/queries/notice-data'
import { readReference } from '@/lib/domain/identifiers/reference'
import { countAttempt } from '@/lib/rate-limits/commands'

type Context = { params: Promise<{ reference: string }> }

/** The receipt as PDF, for its customer: by the slip or a code, not by the phone's digits alone. */
export async function GET(request: Request, { params }: Context) {
  const reference = readReference((await params).reference)
  const mayHave = reference !== null && (await statusPassFor(reference)) === 'slip'
  const wait = mayHave ? await countAttempt([['receipt_pdf', reference]]) : 0
  if (wait) return later(request, wait)
  const id = mayHave ? await requestIdOf(reference) : null
  const found = id ? await noticeDataOf(id) : null
  const receipt = found?.record.receipt
  return receipt ? receiptPdfAnswer(found, receipt) : new Response(null, { status: 404 })
}

/** Says that it was made often enough for now, in the language of the browser. */
async function later(request: Request, seconds: number) {
  const locale = languageAsked(request.headers.get('accept-language'))
  const t = await getTranslations({ locale, namespace: 'status' })
  return new Response(`${t('receiptLater')}\n`, {
    status: 429,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-language': locale,
      'cache-control': 'no-store',
      'retry-after': String(seconds),
    },
  })
}
