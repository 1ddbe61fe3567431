import { noteCall as note } from '@/lib/writer'
import { callSchema } from '@/lib/cancellation/rules/calls'
import { defineOperation } from '../../define-operation'
import { refusedAs } from '../../refusals'
import { referenceIn, shown } from '../../request-answer'
import { requestAnswer } from '../../schemas/request'

/** Notes what came of the carrier's call (P15). */
export const noteCall = defineOperation({
  id: 'noteCall',
  method: 'post',
  path: '/requests/{reference}/calls',
  permission: 'request.note',
  body: callSchema,
  versioned: true,
  answers: { 200: { description: 'The request', schema: requestAnswer } },
  problems: ['not_found', 'stale', 'version_needed', 'nothing_owed', 'ended', 'invalid'],
  handler: async (call) => {
    const written = await note({
      actor: call.by,
      seen: { reference: referenceIn(call.params.reference), version: call.version },
      input: call.body,
      now: call.now,
    })
    return written.ok ? shown(call, written.value.reference, 200) : refusedAs(written.refusal)
  },
})
