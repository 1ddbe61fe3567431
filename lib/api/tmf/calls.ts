import { servingEnv } from '@/lib/env'
import { makeMove } from '@/lib/cancellation/commands'
import { byReference } from '../calls/after-effect'
import { refusedAs } from '../calls/refusals'
import { readReference } from '@/lib/domain/identifiers/reference'
import { noteLookOf, requestOf } from '../calls/request-answer'
import { create } from '../calls/requests'
import { faultsOf } from '../faults'
import { type Problem, isProblem, problem } from '../problem'
import type { Answer, Call } from '../serve'
import { addWebhook } from '../webhooks/commands'
import { cancellationOf, openingOf, orderOf } from './mapping'
import { cancelBody, hubBody, productOrderBody } from './schemas'

type Told = Promise<Answer | Problem>

/** A request as a product order, by its reference. */
export async function ordered(
  call: Call,
  reference: string,
  status: number,
  wholeNumber = false,
): Told {
  const one = await requestOf({ ...call, params: { reference } })
  if (isProblem(one)) return one
  const { record, identifiers, personal } = one
  const value = orderOf(
    record,
    wholeNumber ? (identifiers?.number ?? null) : (personal?.numberMasked ?? null),
  )
  return { status, value, headers: status === 201 ? { location: value.href } : {} }
}

/** A product order that deletes a number, as a request: by the same way in as any other. */
export async function placeOrder(call: Call): Told {
  const parsed = productOrderBody.safeParse(call.body)
  if (!parsed.success) return problem('invalid', { faults: faultsOf(parsed.error) })
  const made = await create({ ...call, body: openingOf(parsed.data) })
  return isProblem(made)
    ? made
    : ordered(call, (made.value as { reference: string }).reference, 201)
}

/** A request as a product order; its whole number for a key that may see it, which is a look. */
export async function readOrder(call: Call): Told {
  const id = call.params.id ?? ''
  return ordered(call, id, 200, await noteLookOf(call, readReference(id) ?? ''))
}

/** Withdraws a request. */
export async function cancelOrder(call: Call): Told {
  const parsed = cancelBody.safeParse(call.body)
  if (!parsed.success) return problem('invalid', { faults: faultsOf(parsed.error) })
  const one = await requestOf({ ...call, params: { reference: parsed.data.productOrder.id } })
  if (isProblem(one)) return one
  const words = parsed.data.cancellationReason
  const written = await makeMove(
    call.by,
    { reference: one.record.reference },
    'withdraw',
    words ? { words } : {},
    call.now,
  )
  return written.ok
    ? { status: 201, value: cancellationOf(written.value, words) }
    : refusedAs(written.refusal)
}

/** The same answer where the withdrawal was made already. */
export const cancelled = byReference(async (call, reference) => {
  const one = await requestOf({ ...call, params: { reference } })
  return isProblem(one)
    ? one
    : {
        status: 201,
        value: cancellationOf(
          one.record,
          (call.body as { cancellationReason?: string }).cancellationReason,
        ),
      }
})

/** Registers a listener for changes of state (TMF630's hub). */
export async function register({ caller, body, now }: Call): Told {
  const parsed = hubBody.safeParse(body)
  if (!parsed.success) return problem('invalid', { faults: faultsOf(parsed.error) })
  const { callback, query } = parsed.data
  if (query && query !== 'eventType=ProductOrderStateChangeEvent')
    return problem('invalid', { faults: [{ pointer: '/query', code: 'invalid' }] })
  const made = await addWebhook(
    caller.id,
    callback,
    servingEnv().WEBHOOKS_ALLOW_PRIVATE === '1',
    now,
    'tmf622',
  )
  if (!made.ok)
    return problem('invalid', { faults: [{ pointer: '/callback', code: made.refusal.code }] })
  return {
    status: 201,
    value: { id: made.value.id, callback, ...(query && { query }) },
    headers: { location: `/tmf-api/productOrderingManagement/v4/hub/${made.value.id}` },
  }
}
