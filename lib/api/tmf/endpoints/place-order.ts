import { openSchema } from '@/lib/cancellation/rules/schemas'
import { dayOf } from '@/lib/domain/days'
import { eventBehind } from '../../after-effect'
import { defineOperation } from '../../define-operation'
import { faultsOf } from '../../faults'
import { openAs } from '../../open-request'
import { isProblem, problem } from '../../problem'
import { openingOf } from '../mapping'
import { ordered } from '../ordered'
import { productOrder, productOrderBody } from '../schemas'

/** A product order that deletes a number, as a request: by the same way in as any other. */
export const placeOrder = defineOperation({
  id: 'tmfCreateOrder',
  method: 'post',
  path: '/productOrder',
  permission: 'request.open',
  body: productOrderBody,
  answers: { 201: { description: 'The order', schema: productOrder } },
  problems: ['live_request', 'unmet', 'invalid'],
  handler: async (call) => {
    const opening = openSchema(dayOf(call.now)).safeParse(openingOf(call.body))
    if (!opening.success) return problem('invalid', { faults: faultsOf(opening.error) })
    const opened = await openAs(call, opening.data)
    return isProblem(opened) ? opened : ordered(call, opened.reference, 201)
  },
  after: async (call, effect) => {
    const found = await eventBehind(effect)
    return found ? ordered(call, found.reference, 201) : problem('not_found')
  },
})
