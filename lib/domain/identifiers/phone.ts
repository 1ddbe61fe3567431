import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { type Checked, bad, good } from './check'

const parse = (typed: string): PhoneNumber | undefined =>
  parsePhoneNumberFromString(typed.normalize('NFKC'), 'CN')

/** Any phone that can be called, as E.164; China's when no country is given. */
export function checkPhone(typed: string): Checked {
  const phone = parse(typed)
  if (!phone?.isPossible()) return bad('phone_malformed')
  return good(phone.number, phone.isValid() ? [] : ['phone_unknown_prefix'])
}

/**
 * The number of a card to cancel: of mainland China. An unknown prefix is a warning that staff can
 * override (I6).
 */
export function checkSubscriberNumber(typed: string): Checked {
  const phone = parse(typed)
  if (!phone?.isPossible()) return bad('phone_malformed')
  if (phone.countryCallingCode !== '86') return bad('phone_not_mainland')
  // Every mobile number there has eleven digits and begins with 1: a shorter one is a typing slip,
  // not a landline.
  if (phone.nationalNumber.startsWith('1') && phone.nationalNumber.length !== 11)
    return bad('phone_malformed')
  if (!phone.isValid()) return good(phone.number, ['phone_unknown_prefix'])
  const mobile = phone.getType() === 'MOBILE' || phone.getType() === 'FIXED_LINE_OR_MOBILE'
  return good(phone.number, mobile ? [] : ['phone_not_mobile'])
}

/** Without country code for China, grouped as it is read aloud: 138 0013 8000. */
export function readAloud(e164: string): string {
  const national = e164.replace(/^\+86/, '')
  if (/^\d{11}$/.test(national))
    return `${national.slice(0, 3)} ${national.slice(3, 7)} ${national.slice(7)}`
  return parse(e164)?.formatInternational() ?? e164
}
