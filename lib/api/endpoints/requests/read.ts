import { defineOperation } from '../../define-operation'
import { noteLookOf, referenceIn, shown } from '../../request-answer'
import { requestAnswer } from '../../schemas/request'

/** One request; its whole number for a key that may see it, which is a look (L2). */
export const readRequest = defineOperation({
  id: 'readRequest',
  method: 'get',
  path: '/requests/{reference}',
  permission: 'request.read',
  answers: { 200: { description: 'The request', schema: requestAnswer } },
  problems: ['not_found'],
  handler: async (call) => {
    const reference = referenceIn(call.params.reference)
    return shown(call, reference, 200, await noteLookOf(call, reference))
  },
})
