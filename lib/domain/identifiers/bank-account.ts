import { type Checked, bad, compact, good } from './check'
import { luhnHolds } from './luhn'

/**
 * Checks the number of a bank account: 8 to 30 digits. That of a card (ISO/IEC 7812: 13 to 19) has
 * a check digit by Luhn; passbooks have none, so a wrong one is only a warning (P20).
 */
export function checkBankAccount(typed: string): Checked {
  const value = compact(typed.normalize('NFKC'))
  if (!/^\d{8,30}$/.test(value)) return bad('bank_account_malformed')
  const isCard = value.length >= 13 && value.length <= 19
  return good(value, isCard && !luhnHolds(value) ? ['bank_account_check_digit'] : [])
}
