import { keyedHash } from '@/lib/db/keyed-hash'
import { checkPhone } from '@/lib/identifiers/phone'
import { readReference } from '@/lib/identifiers/reference'

// A telephone number as it is typed, alone or within words; an address; a reference or a receipt's number.
const numbers = /\+?\d(?:[\d\s-]{5,20})\d/g
const addresses = /[^\s<>"'，。；：、（）]+@[^\s<>"'，。；：、（）]+\.[a-z]{2,}/gi
const references = /[2-9A-Z](?:[\s-]?[2-9A-Z]){11}/gi

/**
 * By what a person may be known in what was typed: numbers in E.164, e-mail addresses in small letters, references
 * without their hyphens; each once.
 */
export function personsIn(texts: readonly string[]): string[] {
  const found = texts.map((text) => text.normalize('NFKC')).flatMap((text) => [
    ...(text.match(numbers) ?? []).flatMap((typed) => numberOf(typed)),
    ...(text.match(addresses) ?? []).map((typed) => typed.toLowerCase()),
    ...(text.match(references) ?? []).flatMap((typed) => readReference(typed) ?? []),
  ])
  return [...new Set(found)]
}

function numberOf(typed: string): string[] {
  const checked = checkPhone(typed)
  return checked.ok ? [checked.value] : []
}

/** Keyed hashes of those, to be kept beside what is sealed. */
export async function personHashesIn(texts: readonly string[]): Promise<Uint8Array<ArrayBuffer>[]> {
  const hash = await keyedHash()
  return personsIn(texts).map((person) => new Uint8Array(hash('person', person)))
}
