import { checkPhone } from './phone'
import { readReference } from './reference'

// A phone number as typed, alone or within text; an e-mail address; a reference or receipt number.
const numbers = /\+?\d(?:[\d\s-]{5,20})\d/g
const addresses = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g
// Preceding text may look like the beginning of these, so they are matched at every position
// (look-ahead).
const mobiles = /(?<!\d)(?=((?:\+?86[\s-]?)?1(?:[\s-]?\d){10})(?!\d))/g
const references = /(?<![a-z\d])(?=([2-9a-z](?:[\s-]?[2-9a-z]){11})(?![a-z\d]))/gi

const allOf = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([whole, ahead]) => ahead ?? whole)

/**
 * Identifiers of persons found in typed texts: numbers in E.164, e-mail addresses in lower case,
 * references without hyphens; deduplicated.
 */
export function personsIn(texts: readonly string[]): string[] {
  const found = texts
    .map((text) => text.normalize('NFKC'))
    .flatMap((text) => [
      ...[...allOf(text, mobiles), ...allOf(text, numbers)].flatMap(numberIn),
      ...allOf(text, addresses).map((typed) => typed.toLowerCase()),
      ...allOf(text, references).flatMap((typed) => readReference(typed) ?? []),
    ])
  return [...new Set(found)]
}

function numberIn(typed: string): string[] {
  const checked = checkPhone(typed)
  return checked.ok ? [checked.value] : []
}
