import { warningsOf } from '@/lib/cancellation/queries/preflight'
import { openSchema } from '@/lib/cancellation/rules/schemas'
import { defineOperation } from '../../define-operation'
import { openAs } from '../../open-request'
import { isProblem } from '../../problem'
import { shown } from '../../request-answer'
import { requestAnswer } from '../../schemas/request'
import { faultWords } from '../../words'

/** Records a request. */
export const createRequest = defineOperation({
  id: 'createRequest',
  method: 'post',
  path: '/requests',
  permission: 'request.open',
  body: openSchema,
  bodyShown: (anyDay) => openSchema(anyDay).meta({ id: 'OpenRequest' }),
  answers: { 201: { description: 'The request', schema: requestAnswer } },
  problems: ['live_request', 'unmet', 'invalid'],
  handler: async (call) => {
    const opened = await openAs(call, call.body)
    if (isProblem(opened)) return opened
    const one = await shown(call, opened.reference, 201)
    if (isProblem(one)) return one
    const words = await faultWords(call.locale)
    const warnings = Object.entries(warningsOf(call.body)).map(([path, code]) => ({
      pointer: `/${path.replaceAll('.', '/')}`,
      code,
      detail: words(code),
    }))
    return {
      ...one,
      value: { ...one.value, ...(warnings.length > 0 && { warnings }) },
      headers: { ...one.headers, location: `/api/v1/requests/${opened.reference}` },
    }
  },
})
