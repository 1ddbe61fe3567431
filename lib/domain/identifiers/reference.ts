import { type Checked, compact } from './check'

// Without 0, 1, I, O and U, which look or sound alike. 31 is prime, so the check character below
// detects every single wrong character and every transposition.
const alphabet = '23456789ABCDEFGHJKLMNPQRSTVWXYZ'
const bodyLength = 11
export const slipCodeLength = 6

const placeOf = (character: string) => alphabet.indexOf(character)

/** The check character: the weighted sum modulo 31. */
function checkCharacter(body: string): string {
  const sum = [...body].reduce(
    (total, character, place) => total + (place + 2) * placeOf(character),
    0,
  )
  return alphabet.charAt(sum % alphabet.length)
}

/**
 * Uniformly distributed characters from random bytes: bytes past the last full round are skipped
 * (rejection sampling).
 */
function charactersFrom(bytes: Uint8Array, length: number): string {
  const limit = 256 - (256 % alphabet.length)
  const characters = Array.from(bytes)
    .filter((byte) => byte < limit)
    .map((byte) => alphabet.charAt(byte % alphabet.length))
  if (characters.length < length) throw new RangeError('too few random bytes')
  return characters.slice(0, length).join('')
}

/**
 * A reference (受理编号) from 32 random bytes: 11 random characters (54 bits) and a check character.
 */
export function makeReference(randomBytes: Uint8Array): string {
  const body = charactersFrom(randomBytes, bodyLength)
  return body + checkCharacter(body)
}

/** A slip's six-character code from 32 bytes. */
export const makeSlipCode = (bytes: Uint8Array) => charactersFrom(bytes, slipCodeLength)

/** A six-character code for reading aloud, from 32 bytes. */
export const makeSpokenCode = (bytes: Uint8Array) => charactersFrom(bytes, 6)

/** Normalizes a typed reference; null when its form or check character is wrong. */
export function readReference(typed: string): string | null {
  const value = compact(typed.normalize('NFKC'))
  if (value.length !== bodyLength + 1 || [...value].some((character) => placeOf(character) < 0))
    return null
  return checkCharacter(value.slice(0, bodyLength)) === value[bodyLength] ? value : null
}

/** Checks a reference by its form and check character. */
export function checkReference(typed: string): Checked {
  const value = readReference(typed)
  return value ? { ok: true, value, warnings: [] } : { ok: false, fault: 'reference_malformed' }
}

/** In three groups of four, for printing and reading aloud. */
export const groupReference = (reference: string) => reference.replace(/(.{4})(?=.)/g, '$1-')
