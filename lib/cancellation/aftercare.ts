import { type RequestRecord, noteOfKind } from './facts'
import { type AftercareItem, aftercareItems } from './words'

/** Days after completion when a customer is reminded, and the last on which it still makes sense. */
export const remindedAfterDays = { first: 3, last: 30 } as const

/** What is asked of this customer after completion; a SIM has no profile to delete (P7). */
export const aftercareOf = ({ cardType }: Pick<RequestRecord, 'cardType'>): AftercareItem[] => aftercareItems.filter((item) => cardType === 'esim' || item !== 'profile_deleted')

/** Whether something is left to do after completion, of which nobody has reminded yet. */
export function leftToDo(record: RequestRecord): boolean {
  const ticked = (noteOfKind(record, 'aftercare')?.outcome.ticked ?? []) as string[]
  return record.state === 'completed' && !record.aftercareRemindedAt && aftercareOf(record).some((item) => !ticked.includes(item))
}
