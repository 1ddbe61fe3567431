import { type Checked, bad, compact, good } from './check'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/**
 * Checks a resident identity number (GB 11643-1999). The residence permits for Hong Kong, Macau and
 * Taiwan (81, 82, 83) and the foreign permanent-residence card of 2023 (9) follow the same rule
 * (I4).
 * @param today `YYYY-MM-DD` in Asia/Shanghai: the birth date must be before it.
 */
export function checkResidentId(typed: string, today: string): Checked {
  const value = compact(typed)
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return bad('resident_id_malformed')
  const birth = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  if (!isRealDate(birth) || birth >= today) return bad('resident_id_date')
  const sum = weights.reduce((total, weight, place) => total + weight * Number(value[place]), 0)
  return checkCharacters[sum % 11] === value[17] ? good(value) : bad('resident_id_check_failed')
}

function isRealDate(date: string) {
  const parsed = new Date(`${date}T00:00:00Z`)
  return (
    !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) && date >= '1850-01-01'
  )
}
