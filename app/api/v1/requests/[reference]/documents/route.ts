import { v7 as uuidv7 } from 'uuid'
import { takeDocument } from '@/app/api/uploads/take-document'
import { documentAfter } from '@/lib/api/calls/after-effect'
import { requestOf } from '@/lib/api/calls/request-answer'
import type { Sent } from '@/lib/api/multipart'
import { addDocument } from '@/lib/api/operations/requests'
import { isProblem, problem } from '@/lib/api/problem'
import { serve } from '@/lib/api/serve'
import { documentsOf } from '@/lib/cancellation/rules/documents'
import { secondsUntilRoom } from '@/lib/photos/few-at-a-time'

/**
 * A photo or PDF that a carrier's own system sends, by the same way as one from a customer's phone.
 */
export const POST = serve(
  addDocument,
  async (call) => {
    const one = await requestOf(call)
    if (isProblem(one)) return one
    const { file, step: named, material } = call.body as Sent
    const step =
      named ?? one.situation.guide.steps.find(({ kind }) => kind === 'materials')?.id ?? ''
    const id = uuidv7()
    const refusal = await takeDocument(
      call.by,
      one.record.reference,
      { step, material },
      id,
      file,
      call.now,
    )
    if (refusal === 'ended' || refusal === 'wrong_state' || refusal === 'not_found')
      return problem(refusal)
    if (refusal === 'busy') return problem('busy', { retryAfter: secondsUntilRoom })
    if (refusal)
      return problem('document_refused', { faults: [{ pointer: '/file', code: refusal }] })
    const kept = await requestOf(call)
    const stored = isProblem(kept)
      ? undefined
      : documentsOf(kept.record).find((document) => document.id === id)
    return { status: 201, value: { id, step, material, pages: stored?.pages ?? 0 } }
  },
  documentAfter,
  async (begun) => {
    const one = await requestOf(begun)
    return isProblem(one) ? one : null
  },
)
