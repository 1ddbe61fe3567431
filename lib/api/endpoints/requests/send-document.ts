import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { documentsOf, isCarrierMessage, messagePlace } from '@/lib/cancellation/rules/documents'
import { takeDocument } from '@/lib/api/take-document'
import { secondsUntilRoom } from '@/lib/photos/picture-queue'
import { eventBehind } from '../../after-effect'
import { defineOperation } from '../../define-operation'
import { documentForm } from '../../multipart'
import { isProblem, problem } from '../../problem'
import { requestOf } from '../../request-answer'

/**
 * A photo or PDF that a carrier's own system sends, by the same way as one from a customer's phone.
 */
export const addDocument = defineOperation({
  id: 'addDocument',
  method: 'post',
  path: '/requests/{reference}/documents',
  permission: 'request.note',
  multipart: documentForm,
  answers: {
    201: {
      description: 'Kept',
      schema: z.strictObject({
        id: z.uuid(),
        step: z.string(),
        material: z.string().nullable(),
        pages: z.number().int(),
      }),
    },
  },
  problems: ['not_found', 'too_large', 'document_refused', 'wrong_state', 'ended', 'invalid'],
  before: async (begun) => {
    const one = await requestOf(begun, begun.params.reference)
    return isProblem(one) ? one : null
  },
  handler: async (call) => {
    const one = await requestOf(call, call.params.reference)
    if (isProblem(one)) return one
    const { file, step: named, material } = call.body
    const { guide } = one.situation
    const usual = isCarrierMessage({ material })
      ? messagePlace(guide)?.step
      : guide.steps.find(({ kind }) => kind === 'materials')?.id
    const step = named ?? usual ?? ''
    const id = uuidv7()
    const place = { step, material }
    const refusal = await takeDocument(call.by, one.record.reference, place, id, file, call.now)
    if (refusal === 'ended' || refusal === 'wrong_state' || refusal === 'not_found')
      return problem(refusal)
    if (refusal === 'busy') return problem('busy', { retryAfter: secondsUntilRoom })
    if (refusal)
      return problem('document_refused', { faults: [{ pointer: '/file', code: refusal }] })
    const kept = await requestOf(call, call.params.reference)
    const stored = isProblem(kept)
      ? undefined
      : documentsOf(kept.record).find((document) => document.id === id)
    return { status: 201, value: { id, step, material, pages: stored?.pages ?? 0 } }
  },
  after: async (_, effect) => {
    const document = (await eventBehind(effect))?.facts.document
    if (!document) return problem('not_found')
    const { id, step, material, pages } = document
    return { status: 201, value: { id, step, material, pages } }
  },
})
