const compoundSurnames =
  /^(欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|司空|夏侯|长孙|宇文|闻人|独孤|南宫|端木|申屠)./

/**
 * `138****8000` (I7): the first three and last four digits; shorter numbers show only the last
 * four.
 */
export function maskPhone(e164: string): string {
  const national = e164.replace(/^\+86/, '')
  return national.length >= 11
    ? `${national.slice(0, 3)}****${national.slice(-4)}`
    : `****${national.slice(-4)}`
}

/**
 * Only the last characters: four to staff, one to a customer (I7). Never six: elsewhere they serve
 * as a credential.
 */
export const maskDocument = (number: string, reader: 'staff' | 'customer') =>
  `****${number.slice(reader === 'staff' ? -4 : -1)}`

/** The last four characters of an ICCID, EID or IMEI (I7). */
export const maskCard = (identifier: string) => `****${identifier.slice(-4)}`

/** The last four characters of an account that money is paid into (P20). */
export const maskAccount = (account: string) => `****${account.slice(-4)}`

/** The surname and `*` (I7); of a name of several words, the first. */
export function maskName(name: string): string {
  const trimmed = name.trim()
  const [first = ''] = trimmed.split(/\s+/)
  if (first !== trimmed) return `${first} *`
  return `${compoundSurnames.test(trimmed) ? trimmed.slice(0, 2) : (Array.from(trimmed)[0] ?? '')}*`
}
