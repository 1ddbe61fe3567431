import { type Checked, bad, compact, good } from './check'
import { luhnHolds } from './luhn'

/** Checks an IMEI (3GPP TS 23.003): 15 digits, the last a Luhn check digit (I3). */
export function checkImei(typed: string): Checked {
  const value = compact(typed)
  if (!/^\d{15}$/.test(value)) return bad('imei_malformed')
  return luhnHolds(value) ? good(value) : bad('imei_check_failed')
}
