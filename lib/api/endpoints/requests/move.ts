import { z } from 'zod'
import { makeMove as make } from '@/lib/writer'
import { type LaterMove, moveSchemas } from '@/lib/cancellation/rules/move-inputs'
import { memberStore } from '@/lib/stores/queries/stores'
import { withRateLimit } from '@/lib/rate-limits/commands'
import { defineOperation } from '../../define-operation'
import { problem } from '../../problem'
import { refusedAs } from '../../refusals'
import { referenceIn, shown } from '../../request-answer'
import { requestAnswer } from '../../schemas/request'

const named = <Name extends LaterMove>(name: Name) =>
  z.strictObject({ move: z.literal(name), ...moveSchemas[name].shape }).meta({ title: name })

const transfer = z
  .strictObject({
    move: z.literal('transfer'),
    ...moveSchemas.transfer.shape,
    store: z
      .string()
      .optional()
      .meta({ description: 'The receiving store, where the key has several' }),
  })
  .meta({ title: 'transfer' })

/** A move by its name, and what it carries; `lapse` is the desk's own. */
const body = z.discriminatedUnion(
  'move',
  [
    named('submit'),
    named('ask'),
    named('supply'),
    named('take_back'),
    named('approve'),
    named('reject'),
    named('carrier_refuse'),
    named('note_pre_cancelled'),
    named('complete'),
    named('withdraw'),
    named('recall'),
    named('reinstate'),
    transfer,
    named('displace'),
  ],
  'move_unknown',
)

/** Makes a move. */
export const makeMove = defineOperation({
  id: 'makeMove',
  method: 'post',
  path: '/requests/{reference}/moves',
  permission: 'request.move',
  body,
  versioned: true,
  answers: { 200: { description: 'The request', schema: requestAnswer } },
  problems: ['not_found', 'stale', 'version_needed', 'unmet', 'wrong_state', 'ended', 'invalid'],
  handler: async (call) => {
    const seen = { reference: referenceIn(call.params.reference), version: call.version }
    if (call.body.move !== 'transfer') {
      const { move, ...carried } = call.body
      const written = await make({ actor: call.by, seen, move, input: carried, now: call.now })
      return written.ok ? shown(call, written.value.reference, 200) : refusedAs(written.refusal)
    }
    const { move, store = '', ...carried } = call.body
    const receiving = await memberStore(call.caller.memberships, store)
    if (!receiving)
      return problem('invalid', { faults: [{ pointer: '/store', code: 'store_not_yours' }] })
    // Another store's request, by a slip that may be guessed at.
    const written = await withRateLimit(
      [['take_over', call.caller.id]],
      () => make({ actor: call.by, seen, move, input: carried, now: call.now, receiving }),
      ({ ok }) => !ok,
    )
    if (typeof written === 'number') return problem('too_many', { retryAfter: written })
    return written.ok ? shown(call, written.value.reference, 200) : refusedAs(written.refusal)
  },
})
