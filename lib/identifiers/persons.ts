import { checkPhone } from './phone'
import { readReference } from './reference'

// A telephone number as it is typed, alone or within words; an address; a reference or a receipt's
// number.
const numbers = /\+?\d(?:[\d\s-]{5,20})\d/g
const addresses = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g
const references = /[2-9A-Z](?:[\s-]?[2-9A-Z]){11}/gi

/**
 * By what a person may be known in what was typed: numbers in E.164, e-mail addresses in small
 * letters, references without their hyphens; each once.
 */
export function personsIn(texts: readonly string[]): string[] {
  const found = texts
    .map((text) => text.normalize('NFKC'))
    .flatMap((text) => [
      ...(text.match(numbers) ?? []).flatMap(numberIn),
      ...(text.match(addresses) ?? []).map((typed) => typed.toLowerCase()),
      ...(text.match(references) ?? []).flatMap((typed) => readReference(typed) ?? []),
    ])
  return [...new Set(found)]
}

function numberIn(typed: string): string[] {
  const checked = checkPhone(typed)
  return checked.ok ? [checked.value] : []
}
