import { z } from 'zod'
import { eventsAfter } from '@/lib/cancellation/queries/events-after'
import { defineOperation } from '../../define-operation'
import { isProblem } from '../../problem'
import { requestOf } from '../../request-answer'
import { whole } from '../../schemas/query'
import { moment } from '../../schemas/values'

const event = z
  .strictObject({
    sequence: z.number().int(),
    type: z.string(),
    at: moment,
    actor: z.strictObject({
      kind: z.enum(['account', 'customer', 'system']),
      name: z.string().nullable(),
    }),
    facts: z
      .record(z.string(), z.unknown())
      .meta({ description: 'What the event says, without personal values' }),
  })
  .meta({ id: 'Event' })

/** The history of one request, without personal values. */
export const listEvents = defineOperation({
  id: 'listEvents',
  method: 'get',
  path: '/requests/{reference}/events',
  permission: 'request.read',
  query: z.strictObject({
    limit: whole(1, 200).default(100),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/, 'cursor_unknown')
      .optional(),
  }),
  answers: {
    200: {
      description: 'A page of events',
      schema: z.strictObject({ items: z.array(event), next: z.string().nullable() }),
    },
  },
  problems: ['not_found', 'invalid'],
  handler: async (call) => {
    const one = await requestOf(call, call.params.reference)
    if (isProblem(one)) return one
    const { limit, cursor } = call.query
    return { status: 200, value: await eventsAfter(one.record.id, Number(cursor ?? 0), limit) }
  },
})
