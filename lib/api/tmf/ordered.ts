import type { CallContext } from '../operation'
import { isProblem } from '../problem'
import { requestOf } from '../request-answer'
import { orderOf } from './mapping'

/** The answer that shows a request as a product order. */
export async function ordered<Status extends number>(
  call: CallContext,
  reference: string,
  status: Status,
  wholeNumber = false,
) {
  const one = await requestOf(call, reference)
  if (isProblem(one)) return one
  const { record, identifiers, personal } = one
  const number = wholeNumber ? identifiers?.number : personal?.numberMasked
  const value = orderOf(record, number ?? null)
  const headers: Record<string, string> = status === 201 ? { location: value.href } : {}
  return { status, value, headers }
}
