import { z } from 'zod'
import { makeMove } from '@/lib/writer'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { eventBehind } from '../../after-effect'
import { defineOperation } from '../../define-operation'
import { isProblem, problem } from '../../problem'
import { refusedAs } from '../../refusals'
import { requestOf } from '../../request-answer'
import { base } from '../mapping'
import { text } from '../schemas'

const cancellation = z.strictObject({
  id: z.string(),
  href: z.string(),
  state: z.literal('done'),
  cancellationReason: z.string().optional(),
  effectiveCancellationDate: z.iso.datetime().optional(),
  productOrder: z.strictObject({
    id: z.string(),
    href: z.string(),
    '@type': z.literal('ProductOrderRef'),
  }),
  '@type': z.literal('CancelProductOrder'),
})

/** Withdraws a request. */
export const cancelOrder = defineOperation({
  id: 'tmfCancelOrder',
  method: 'post',
  path: '/cancelProductOrder',
  permission: 'request.move',
  body: z.looseObject({
    productOrder: z.looseObject({ id: text(40) }),
    cancellationReason: z.string().max(500, 'too_long').optional(),
  }),
  answers: { 201: { description: 'Done', schema: cancellation } },
  problems: ['not_found', 'unmet', 'ended', 'invalid'],
  handler: async (call) => {
    const { productOrder, cancellationReason: words } = call.body
    const one = await requestOf(call, productOrder.id)
    if (isProblem(one)) return one
    const seen = { reference: one.record.reference }
    const written = await makeMove({
      actor: call.by,
      seen,
      move: 'withdraw',
      input: words ? { words } : {},
      now: call.now,
    })
    return written.ok
      ? { status: 201, value: cancellationOf(written.value, words) }
      : refusedAs(written.refusal)
  },
  after: async (call, effect) => {
    const found = await eventBehind(effect)
    if (!found) return problem('not_found')
    const one = await requestOf(call, found.reference)
    return isProblem(one)
      ? one
      : { status: 201, value: cancellationOf(one.record, call.body.cancellationReason) }
  },
})

/** A withdrawal as the standard's own resource. */
function cancellationOf(
  { reference, endedAt }: Pick<RequestRecord, 'reference' | 'endedAt'>,
  reason: string | undefined,
): z.output<typeof cancellation> {
  return {
    id: reference,
    href: `${base}/cancelProductOrder/${reference}`,
    state: 'done',
    ...(reason && { cancellationReason: reason }),
    ...(endedAt && { effectiveCancellationDate: endedAt }),
    productOrder: {
      id: reference,
      href: `${base}/productOrder/${reference}`,
      '@type': 'ProductOrderRef',
    },
    '@type': 'CancelProductOrder',
  }
}
