/** A string of digits with its Luhn check digit (ISO/IEC 7812-1 annex B) at the end. */
export const withLuhnDigit = (body: string): string =>
  body + [...'0123456789'].find((digit) => luhnHolds(body + digit))

/** Whether a string of digits ends in its Luhn check digit (ISO/IEC 7812-1 annex B). */
export function luhnHolds(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 1 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}
