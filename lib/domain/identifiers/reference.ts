import { type Checked, compact } from './check'

// No 0, 1, I, O, U: nothing that sounds or looks like another. 31 is a prime, so the check
// character below tells every single wrong character and every swap of two.
const alphabet = '23456789ABCDEFGHJKLMNPQRSTVWXYZ'
const bodyLength = 11
export const slipCodeLength = 6

const placeOf = (character: string) => alphabet.indexOf(character)

/** The check character of a reference's body: the weighted sum modulo 31. */
function checkCharacter(body: string): string {
  const sum = [...body].reduce(
    (total, character, place) => total + (place + 2) * placeOf(character),
    0,
  )
  return alphabet.charAt(sum % alphabet.length)
}

/**
 * Characters of the alphabet out of random bytes, evenly: bytes past the last full round are passed
 * over.
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
 * A reference (申请编号) out of 32 random bytes: 11 characters of chance (54 bits) and one that checks
 * them.
 */
export function makeReference(randomBytes: Uint8Array): string {
  const body = charactersFrom(randomBytes, bodyLength)
  return body + checkCharacter(body)
}

/** A slip's six-character code out of 32 bytes. */
export const makeSlipCode = (bytes: Uint8Array) => charactersFrom(bytes, slipCodeLength)

/** Six characters that one person reads to another, out of 32 bytes. */
export const makeSpokenCode = (bytes: Uint8Array) => charactersFrom(bytes, 6)

/** A reference as typed, without spaces and hyphens; null when it cannot be one: a typing slip. */
export function readReference(typed: string): string | null {
  const value = compact(typed.normalize('NFKC'))
  if (value.length !== bodyLength + 1 || [...value].some((character) => placeOf(character) < 0))
    return null
  return checkCharacter(value.slice(0, bodyLength)) === value[bodyLength] ? value : null
}

/** Whether what was typed is a reference; its check character tells a slip of the hand. */
export function checkReference(typed: string): Checked {
  const value = readReference(typed)
  return value ? { ok: true, value, warnings: [] } : { ok: false, fault: 'reference_malformed' }
}

/** In three groups of four, as it is printed and read aloud. */
export const groupReference = (reference: string) => reference.replace(/(.{4})(?=.)/g, '$1-')
