import { type RequestRecord, noteOfKind } from './request-record'
import { aftercareFor } from './aftercare-items'

/** Window for aftercare reminders, in days after completion. */
export const remindedAfterDays = { first: 3, last: 30 } as const

/** Whether a completed request has open aftercare items and no reminder was sent yet. */
export function leftToDo(record: RequestRecord): boolean {
  const ticked = noteOfKind(record, 'aftercare')?.outcome.ticked ?? []
  return (
    record.state === 'completed' &&
    !record.aftercareRemindedAt &&
    aftercareFor(record.cardType === 'esim').some((item) => !ticked.includes(item))
  )
}
