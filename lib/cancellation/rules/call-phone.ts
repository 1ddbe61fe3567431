import { maskPhone } from '@/lib/domain/identifiers/mask'
import { submissionStepOf } from './calls'
import type { Personal } from './particulars'
import type { RequestRecord } from './request-record'

/**
 * The phone on which the carrier rings back (P15), masked; null where no call is awaited or was, and
 * where the phone can no longer be read.
 */
export function callPhoneMasked(
  record: Pick<RequestRecord, 'steps' | 'call'>,
  personal: Personal | null | undefined,
): string | null {
  if (!record.call || !personal) return null
  if (record.call.on === 'number') return personal.numberMasked
  const other = personal.notes?.[submissionStepOf(record) ?? '']?.callPhone
  const phone = record.call.on === 'contact' ? personal.contactPhone : other
  return phone ? maskPhone(phone) : null
}
