import { z } from 'zod'
import { visibleStores } from '@/lib/domain/permissions'
import { decryptedPage } from '@/lib/cancellation/queries/list'
import { wholeNumberIn } from '@/lib/cancellation/queries/search'
import { states } from '@/lib/cancellation/rules/workflow'
import { defineOperation } from '../../define-operation'
import { problem } from '../../problem'
import { headOf } from '../../request-answer'
import { whole } from '../../schemas/query'
import { requestSummary } from '../../schemas/request'

/** Whether the database can write a moment down: its year in UTC has four digits and is not 0. */
function isWritable(moment: string) {
  const year = new Date(moment).getUTCFullYear()
  return year >= 1 && year <= 9999
}

/** A page of the requests that the key sees. */
export const listRequests = defineOperation({
  id: 'listRequests',
  method: 'get',
  path: '/requests',
  permission: 'request.read',
  query: z.strictObject({
    state: z.enum(states).optional(),
    q: z
      .string()
      .max(100, 'too_long')
      .optional()
      .meta({
        description:
          'The last four digits of a number, a name or part of it, or a reference; ' +
          'a whole number for a key that sees whole numbers',
      }),
    store: z.string().max(40).optional(),
    carrier: z.string().max(40).optional(),
    updatedSince: z.iso
      .datetime({ offset: true, error: 'date_malformed', abort: true })
      .refine(isWritable, 'date_malformed')
      .optional(),
    limit: whole(1, 200).default(50),
    cursor: z.uuid('cursor_unknown').optional(),
  }),
  answers: {
    200: {
      description: 'A page of requests',
      schema: z.strictObject({
        items: z.array(requestSummary),
        next: z.string().nullable().meta({ description: 'The cursor of the next page' }),
      }),
    },
  },
  problems: ['invalid'],
  handler: async ({ caller, query: { store, updatedSince, ...filter } }) => {
    if (!caller.fullNumber && wholeNumberIn(filter.q ?? ''))
      return problem('invalid', { faults: [{ pointer: '/q', code: 'whole_number_refused' }] })
    const since = updatedSince && { updatedSince: new Date(updatedSince) }
    const stores = visibleStores(caller.memberships, store)
    const { items, next } = await decryptedPage({ ...filter, stores, ...since }, ['personal'])
    return { status: 200, value: { items: items.map((opened) => headOf(opened)), next } }
  },
})
