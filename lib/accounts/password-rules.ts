import { dictionary } from '@zxcvbn-ts/language-common'

/**
 * NIST SP 800-63B-4, 3.1.1.2: at least 15 characters alone, 8 with a second factor; no composition
 * rules.
 */
export const minPasswordLength = { alone: 15, besideFactor: 8 } as const
export const maxPasswordLength = 200

export type PasswordFault =
  | 'password_short'
  | 'password_short_beside_factor'
  | 'password_too_long'
  | 'password_common'
  | 'password_personal'

/**
 * Passwords are normalized (NFKC) before comparing and hashing, since one character can be typed in
 * two ways.
 */
export const foldPassword = (password: string) => password.normalize('NFKC')

let known: Set<string> | undefined

// The product's names are among an attacker's first guesses, like the account's own.
const ofTheDesk = ['cancellationdesk', 'cancellation desk', '销户服务台']

/**
 * The fault of a new password, or null: too short, commonly used, or derived from the account's
 * name.
 */
export function passwordFault(
  typed: string,
  own: { email: string; name: string },
  hasFactor: boolean,
): PasswordFault | null {
  const password = foldPassword(typed)
  const length = [...password].length
  if (length > maxPasswordLength) return 'password_too_long'
  if (length < (hasFactor ? minPasswordLength.besideFactor : minPasswordLength.alone))
    return hasFactor ? 'password_short_beside_factor' : 'password_short'
  const folded = password.toLowerCase()
  known ??= new Set(dictionary['passwords-common'] as readonly string[])
  // Trailing digits or a repeated word add nothing against guessing.
  const core = folded.replace(/[\d!@#$%.*_-]+$/, '')
  const half = folded.slice(0, folded.length / 2)
  if (
    [folded, core, ...(half + half === folded ? [half] : [])].some((word) => known?.has(word)) ||
    new Set(folded).size < 4
  )
    return 'password_common'
  const names = [own.email, own.email.split('@')[0] ?? '', own.name, ...ofTheDesk]
    .map((word) => word.toLowerCase())
    .filter((word) => [...word].length > 2)
  return names.some((name) => folded.replaceAll(name, '').length < folded.length / 2)
    ? 'password_personal'
    : null
}
