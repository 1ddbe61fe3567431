import { keyedHash } from '@/lib/db/keyed-hash'
import { checkSubscriberNumber } from '@/lib/domain/identifiers/phone'
import { readReference } from '@/lib/domain/identifiers/reference'
import type { Identifiers, Personal } from '../rules/particulars'
import { foldName, nameParts, tokenBytes } from '../rules/search-words'

/** A parsed search: a reference, or a token with a check that rules out collisions. */
export type Search =
  | { by: 'reference'; reference: string }
  | {
      by: 'token'
      token: Uint8Array<ArrayBuffer>
      fits(identifiers: Identifiers | null, personal: Personal | null): boolean
    }

/** The token by which a full number is found. */
export const numberToken = async (e164: string) =>
  tokenBytes((await keyedHash())('token|number', e164))

const joined = (text: string) => text.normalize('NFKC').replace(/[\s-]/g, '')

/** The full phone number that is searched for; null for anything else. */
export function wholeNumberIn(typed: string): string | null {
  const digits = joined(typed)
  if (!/^[+\d]{7,}$/.test(digits) || readReference(typed.normalize('NFKC').trim())) return null
  const number = checkSubscriberNumber(digits)
  return number.ok ? number.value : null
}

/**
 * Parses a search: reference, full number, last four digits, or a name of at least one Chinese
 * character.
 */
export async function parseSearch(typed: string): Promise<Search | null> {
  const text = typed.normalize('NFKC').trim()
  if (!text) return null
  const reference = readReference(text)
  if (reference) return { by: 'reference', reference }
  const hash = await keyedHash()
  const token = (purpose: string, word: string) => tokenBytes(hash(`token|${purpose}`, word))

  const digits = joined(text)
  if (/^\d{4}$/.test(digits))
    return {
      by: 'token',
      token: token('last4', digits),
      fits: (identifiers) => identifiers?.number.endsWith(digits) ?? false,
    }
  const number = wholeNumberIn(text)
  if (number) {
    const fits = (identifiers: Identifiers | null) => identifiers?.number === number
    return { by: 'token', token: token('number', number), fits }
  }

  // Pairs are the longest indexed name parts; decrypted candidates are then checked against the
  // full input.
  const name = foldName(text)
  const parts = nameParts(name)
  const word = Array.from(name).length <= 2 ? name : (parts.at(-1) ?? name)
  const fits = (_: Identifiers | null, personal: Personal | null) =>
    [personal?.holderName, personal?.applicantName].some(
      (candidate) => candidate && foldName(candidate).includes(name),
    )
  return name ? { by: 'token', token: token('name', word), fits } : null
}
