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
 * A mobile number of mainland China: eleven digits beginning with 1. The second is 3 to 9 today and
 * carriers get new ranges, so another one is a warning that staff can override, as is a range that
 * the library does not know (I6).
 */
function checkMobile(phone: PhoneNumber): Checked {
  if (isLandline(phone)) return bad('phone_landline')
  if (!/^1\d{10}$/.test(phone.nationalNumber)) return bad('phone_not_mobile')
  return good(phone.number, phone.isValid() ? [] : ['phone_unknown_prefix'])
}

const isLandline = (phone: PhoneNumber) => phone.getType() === 'FIXED_LINE'

/** Checks the number to cancel: a mobile one of mainland China. */
export function checkSubscriberNumber(typed: string): Checked {
  const phone = parse(typed)
  if (!phone) return bad('phone_malformed')
  if (phone.countryCallingCode !== '86')
    return bad(phone.isPossible() ? 'phone_not_mainland' : 'phone_malformed')
  return checkMobile(phone)
}

/**
 * Checks a number at which a customer is reached by text message: a mobile one of mainland China, or
 * any other country's that is no landline, as the library knows them.
 */
export function checkContactNumber(typed: string): Checked {
  const phone = parse(typed)
  if (phone?.countryCallingCode === '86') return checkMobile(phone)
  if (!phone?.isPossible()) return bad('phone_malformed')
  return isLandline(phone)
    ? bad('phone_landline')
    : good(phone.number, phone.isValid() ? [] : ['phone_unknown_prefix'])
}

/** Grouped for reading aloud, without the country code for China: 138 0013 8000. */
export function readAloud(e164: string): string {
  const national = e164.replace(/^\+86/, '')
  if (/^\d{11}$/.test(national))
    return `${national.slice(0, 3)} ${national.slice(3, 7)} ${national.slice(7)}`
  return parse(e164)?.formatInternational() ?? e164
}
