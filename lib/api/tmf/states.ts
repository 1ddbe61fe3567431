import { waits } from '@/lib/cancellation/rules/obligations'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'

/** The states of a product order that a request can be in (TMF622 v4, ProductOrderStateType). */
export const orderStates = [
  'acknowledged',
  'inProgress',
  'pending',
  'held',
  'completed',
  'rejected',
  'cancelled',
] as const
export type OrderState = (typeof orderStates)[number]

/**
 * A request's state as TMF622 names it: `held` while an obligation holds it up, `pending` while the
 * customer is asked.
 */
export function orderState({ state, steps }: Pick<RequestRecord, 'state' | 'steps'>): OrderState {
  switch (state) {
    case 'open':
      return waits({ steps }) ? 'held' : 'acknowledged'
    case 'in_review':
    case 'closing':
      return 'inProgress'
    case 'needs_info':
      return 'pending'
    case 'completed':
    case 'rejected':
      return state
    case 'withdrawn':
      return 'cancelled'
  }
}
