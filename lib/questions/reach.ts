import type { Day } from '@/lib/domain/days'
import { cancelledAmong } from '@/lib/cancellation/queries/live'
import type { NoticeData } from '@/lib/cancellation/queries/notice-data'
import { checkPhone } from '@/lib/domain/identifiers/phone'

/** A contact's phone number in E.164; older ones are stored as typed. */
export function e164Of(contact: string): string {
  const phone = checkPhone(contact)
  return phone.ok ? phone.value : contact
}

type Asker = { id: string; contact?: string; told: NoticeData | undefined }

/**
 * The ids of questions that cannot be answered because the only contact is a number cancelled here
 * (F31, P5). The asker's own contact takes precedence over the request's.
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

function phoneAlone(contact: string | undefined, told: NoticeData | undefined): string | null {
  if (contact) return contact.includes('@') ? null : e164Of(contact)
  return told?.personal?.contactEmail ? null : (told?.personal?.contactPhone ?? null)
}
