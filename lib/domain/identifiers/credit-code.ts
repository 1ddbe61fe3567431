import { type Checked, bad, compact, good } from './check'

// Of letters and digits, all but I, O, S, V and Z, which look like digits or each other.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

// Register and kind of body, the register's region in six digits, nine characters of the
// organisation's own, and the check character.
const pattern = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/**
 * Checks a unified social credit code (GB 32100-2015), of companies' licences and institutions'
 * certificates: 18 characters, the last of which checks the others: each counts three times as much
 * as the one before, and with the check the sum is divisible by 31. A hard check (P17).
 */
export function checkCreditCode(typed: string): Checked {
  const value = compact(typed)
  if (!pattern.test(value)) return bad('credit_code_malformed')
  return creditCheckCharacter(value.slice(0, 17)) === value[17]
    ? good(value)
    : bad('credit_code_check_failed')
}

/** The check character of the first 17 characters. */
export function creditCheckCharacter(body: string): string {
  let weight = 1
  let sum = 0
  for (const character of body) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % alphabet.length
  }
  return alphabet.charAt((alphabet.length - (sum % alphabet.length)) % alphabet.length)
}
