import { defineOperation } from '../../define-operation'
import { noteLookOf, referenceIn } from '../../request-answer'
import { ordered } from '../ordered'
import { productOrder } from '../schemas'

/** A request as a product order; its whole number for a key that may see it, which is a look. */
export const readOrder = defineOperation({
  id: 'tmfReadOrder',
  method: 'get',
  path: '/productOrder/{id}',
  permission: 'request.read',
  answers: { 200: { description: 'The order', schema: productOrder } },
  problems: ['not_found'],
  handler: async (call) => {
    const reference = referenceIn(call.params.id)
    return ordered(call, reference, 200, await noteLookOf(call, reference))
  },
})
