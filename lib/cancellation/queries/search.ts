import { keyedHash } from '@/lib/db/keyed-hash'
import { checkSubscriberNumber } from '@/lib/domain/identifiers/phone'
import { readReference } from '@/lib/domain/identifiers/reference'
import type { Identifiers, Personal } from '../rules/particulars'
import { foldName, nameParts, tokenBytes } from '../rules/search-words'

/**
 * What was typed into the search field, understood: a reference, or a token with the check that it
 * really fits.
 */
export type Search =
  | { by: 'reference'; reference: string }
  | {
      by: 'token'
      token: Uint8Array<ArrayBuffer>
      fits(identifiers: Identifiers | null, personal: Personal | null): boolean
    }

const joined = (text: string) => text.normalize('NFKC').replace(/[\s-]/g, '')

/** The whole number that a search is for; null when it is for anything else. */
export function wholeNumberIn(typed: string): string | null {
  const digits = joined(typed)
  if (!/^[+\d]{7,}$/.test(digits) || readReference(typed.normalize('NFKC').trim())) return null
  const number = checkSubscriberNumber(digits)
  return number.ok ? number.value : null
}

/**
 * Understands a search: reference, whole number, last four digits, or a name of one Chinese
 * character or more.
 */
export async function understand(typed: string): Promise<Search | null> {
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

  // A name's longest indexed part is a pair; the opened candidates are then asked for the whole of
  // what was typed.
  const name = foldName(text)
  const parts = nameParts(name)
  const word = Array.from(name).length <= 2 ? name : (parts.at(-1) ?? name)
  const fits = (_: Identifiers | null, personal: Personal | null) =>
    [personal?.holderName, personal?.applicantName].some(
      (candidate) => candidate && foldName(candidate).includes(name),
    )
  return name ? { by: 'token', token: token('name', word), fits } : null
}
