import { checkPhone } from './phone'
import { readReference } from './reference'

// A telephone number as it is typed, alone or within words; an address; a reference or a receipt's
// number.
const numbers = /\+?\d(?:[\d\s-]{5,20})\d/g
const addresses = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g
// What stands before these may look like their beginning, a date or a word: they are looked for at
// every place.
const mobiles = /(?<!\d)(?=((?:\+?86[\s-]?)?1(?:[\s-]?\d){10})(?!\d))/g
const references = /(?<![a-z\d])(?=([2-9a-z](?:[\s-]?[2-9a-z]){11})(?![a-z\d]))/gi

const allOf = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([whole, ahead]) => ahead ?? whole)

/**
 * By what a person may be known in what was typed: numbers in E.164, e-mail addresses in small
 * letters, references without their hyphens; each once.
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
