import { type RequestRecord, noteOfKind } from './request-record'
import { aftercareFor } from './aftercare-items'

/**
 * Days after completion when a customer is reminded, and the last on which it still makes sense.
 */
export const remindedAfterDays = { first: 3, last: 30 } as const

/** Whether something is left to do after completion, of which nobody has reminded yet. */
export function leftToDo(record: RequestRecord): boolean {
  const ticked = noteOfKind(record, 'aftercare')?.outcome.ticked ?? []
  return (
    record.state === 'completed' &&
    !record.aftercareRemindedAt &&
    aftercareFor(record.cardType === 'esim').some((item) => !ticked.includes(item))
  )
}
