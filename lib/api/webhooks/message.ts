import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { isMove } from '@/lib/cancellation/rules/workflow'
import { orderOf } from '../tmf/mapping'

type Changed = {
  id: string
  event: { type: string; at: Date; sequence: number }
  record: RequestRecord
}

/**
 * What a subscriber is told of a change, by the face that they asked for; null when that face has
 * no word for it. Nothing personal.
 */
export function messageOf(face: string, { id, event, record }: Changed): object | null {
  const { reference, state, version } = record
  if (face !== 'tmf622')
    return {
      type: `request.${event.type}`,
      timestamp: event.at.toISOString(),
      data: { reference, event: event.sequence, state, version },
    }
  // The hub knows changes of state alone.
  if (!isMove(event.type) || event.type === 'amend' || event.type === 'transfer') return null
  return {
    eventId: id,
    eventTime: event.at.toISOString(),
    eventType: 'ProductOrderStateChangeEvent',
    event: { productOrder: orderOf(record, null) },
  }
}
