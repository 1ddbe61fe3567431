import { type Checked, bad, compact, good } from './check'
import { luhnHolds } from './luhn'

/**
 * Checks an ICCID (ITU-T E.118): `89`, 19 or 20 characters. Real Chinese cards contain supplier
 * letters or lack a check digit, so a failed Luhn check is only a warning (I1).
 */
export function checkIccid(typed: string): Checked {
  const value = compact(typed)
  if (!/^89[0-9A-Z]{17,18}$/.test(value)) return bad('iccid_malformed')
  return good(value, luhnHolds(value) ? [] : ['iccid_check_digit'])
}

const issuers: Record<string, string> = {
  '898600': 'china-mobile',
  '898602': 'china-mobile',
  '898604': 'china-mobile',
  '898607': 'china-mobile',
  '898601': 'china-unicom',
  '898606': 'china-unicom',
  '898609': 'china-unicom',
  '898603': 'china-telecom',
  '898611': 'china-telecom',
  '898615': 'china-broadnet',
}

/** The carrier suggested by an ICCID's first six digits, or null; never a warning (I1). */
export const carrierSuggestedBy = (iccid: string): string | null =>
  issuers[compact(iccid).slice(0, 6)] ?? null
