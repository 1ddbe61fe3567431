import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { type Checked, bad, good } from './check'

const parse = (typed: string): PhoneNumber | undefined =>
  parsePhoneNumberFromString(typed.normalize('NFKC'), 'CN')

/** Checks any dialable phone number, normalized to E.164; the default country is China. */
export function checkPhone(typed: string): Checked {
  const phone = parse(typed)
  if (!phone?.isPossible()) return bad('phone_malformed')
  return good(phone.number, phone.isValid() ? [] : ['phone_unknown_prefix'])
}

/**
 * Checks the number to cancel: one of mainland China. An unknown prefix is a warning that staff can
 * override (I6).
 */
export function checkSubscriberNumber(typed: string): Checked {
  const phone = parse(typed)
  if (!phone?.isPossible()) return bad('phone_malformed')
  if (phone.countryCallingCode !== '86') return bad('phone_not_mainland')
  // Chinese mobile numbers have eleven digits and begin with 1: a shorter one is a typo, not a
  // landline.
  if (phone.nationalNumber.startsWith('1') && phone.nationalNumber.length !== 11)
    return bad('phone_malformed')
  if (!phone.isValid()) return good(phone.number, ['phone_unknown_prefix'])
  const mobile = phone.getType() === 'MOBILE' || phone.getType() === 'FIXED_LINE_OR_MOBILE'
  return good(phone.number, mobile ? [] : ['phone_not_mobile'])
}

/** Grouped for reading aloud, without the country code for China: 138 0013 8000. */
export function readAloud(e164: string): string {
  const national = e164.replace(/^\+86/, '')
  if (/^\d{11}$/.test(national))
    return `${national.slice(0, 3)} ${national.slice(3, 7)} ${national.slice(7)}`
  return parse(e164)?.formatInternational() ?? e164
}
