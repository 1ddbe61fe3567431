import { randomBytes } from 'node:crypto'
import { compact } from '@/lib/domain/identifiers/check'

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const count = 10
const length = 16

/** Ten codes of sixteen characters (78 bits each), in groups of four. */
export const newRecoveryCodes = () =>
  Array.from({ length: count }, () =>
    grouped(
      Array.from(randomBytes(64))
        .filter((byte) => byte < 240)
        .slice(0, length)
        .map((byte) => alphabet[byte % alphabet.length])
        .join(''),
    ),
  )

const grouped = (code: string) => (code.match(/.{4}/g) ?? []).join('-')

/** Normalizes a typed code; null if it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const plain = compact(typed)
  return plain.length === length && [...plain].every((character) => alphabet.includes(character))
    ? grouped(plain)
    : null
}
