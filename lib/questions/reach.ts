import type { Day } from '@/lib/domain/days'
import { cancelledAmong } from '@/lib/cancellation/queries/live'
import type { Told } from '@/lib/cancellation/queries/to-tell'
import { checkPhone } from '@/lib/domain/identifiers/phone'

/** A contact's number as it is called (E.164); older ones stand as they were typed. */
export function e164Of(contact: string): string {
  const phone = checkPhone(contact)
  return phone.ok ? phone.value : contact
}

type Asker = { id: string; contact?: string; told: Told | undefined }

/**
 * The ids of the questions to whose askers no answer can be sent: the only contact is a number that
 * was cancelled here (F31, P5). Where the asker left a contact that one counts, else the request's.
 */
export async function unreachableAmong(askers: readonly Asker[], today: Day): Promise<Set<string>> {
  const called = askers.flatMap(({ id, contact, told }) => {
    const number = phoneAlone(contact, told)
    return number ? [{ id, number }] : []
  })
  const cancelled = await cancelledAmong(
    called.map(({ number }) => number),
    today,
  )
  return new Set(called.flatMap(({ id, number }) => (cancelled.has(number) ? [id] : [])))
}

function phoneAlone(contact: string | undefined, told: Told | undefined): string | null {
  if (contact) return contact.includes('@') ? null : e164Of(contact)
  return told?.personal?.contactEmail ? null : (told?.personal?.contactPhone ?? null)
}
