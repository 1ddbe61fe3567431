import { personsIn } from '@/lib/domain/identifiers/persons'
import { secretHash } from './keyed-hash'
import type { AnyTransaction } from './sql'

/**
 * Keyed hashes of the phone numbers, e-mail addresses and references in these texts, stored beside
 * encrypted values so that an erasure can find them. Pass `tx` when a transaction is open.
 */
export async function personHashes(
  texts: readonly string[],
  tx?: AnyTransaction,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const hash = await secretHash(tx)
  return personsIn(texts).map((person) => new Uint8Array(hash('person', person)))
}
