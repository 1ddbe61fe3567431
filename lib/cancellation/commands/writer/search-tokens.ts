import type { Transaction } from '@/lib/db/client'
import { type KeyedHash, keyedHash } from '@/lib/db/keyed-hash'
import type { Identifiers, Personal } from '../../rules/particulars'
import { nameParts, tokenBytes } from '../../rules/search-words'

/**
 * The search tokens of a request: what it can be found by, as keyed hashes. Of one whose
 * identifiers are gone, the names alone.
 */
export function tokensOf(
  hash: KeyedHash,
  identifiers: Identifiers | null,
  personal: Personal | null,
): Uint8Array<ArrayBuffer>[] {
  const names = [personal?.holderName, personal?.applicantName].flatMap((name) =>
    name ? nameParts(name) : [],
  )
  const numbers: [string, string][] = identifiers
    ? [
        ['number', identifiers.number],
        ['last4', identifiers.number.slice(-4)],
        ['document', identifiers.holderDocument],
        ...(identifiers.applicantDocument
          ? [['document', identifiers.applicantDocument] as [string, string]]
          : []),
      ]
    : []
  const words = [...numbers, ...names.map((part) => ['name', part] as [string, string])]
  const tokens = words.map(([purpose, word]) => tokenBytes(hash(`token|${purpose}`, word)))
  return [...new Map(tokens.map((token) => [Buffer.from(token).toString('hex'), token])).values()]
}

/** Writes a request's tokens anew, in the transaction that changed what they stand for. */
export async function rewriteTokens(
  tx: Transaction,
  requestId: string,
  storeId: string,
  identifiers: Identifiers | null,
  personal: Personal | null,
) {
  const tokens = tokensOf(await keyedHash(tx), identifiers, personal)
  await tx.searchToken.deleteMany({ where: { requestId } })
  await tx.searchToken.createMany({ data: tokens.map((token) => ({ token, storeId, requestId })) })
}
