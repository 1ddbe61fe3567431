import { personsIn } from '@/lib/domain/identifiers/persons'
import { secretHash } from './keyed-hash'
import type { AnyTransaction } from './sql'

/**
 * Keyed hashes of the numbers, addresses and references in what was typed, kept beside what is
 * sealed: by them an erasure finds it. `tx`: where a transaction is open.
 */
export async function personHashes(
  texts: readonly string[],
  tx?: AnyTransaction,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const hash = await secretHash(tx)
  return personsIn(texts).map((person) => new Uint8Array(hash('person', person)))
}
