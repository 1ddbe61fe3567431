import { type KeyedHash, keyedHash } from '@/lib/db/keyed-hash'
import type { SqlTransaction } from '@/lib/db/sql'
import type { Identifiers, Personal } from '../../rules/particulars'
import { cardKey } from '../../rules/cards'
import { nameParts, tokenBytes } from '../../rules/search-words'

/**
 * The search tokens of a request: keyed hashes of what it can be found by; names alone once its
 * identifiers were destroyed.
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
        ...cardsOf(identifiers).map((iccid): [string, string] => ['iccid', cardKey(iccid)]),
      ]
    : []
  const words = [...numbers, ...names.map((part) => ['name', part] as [string, string])]
  const tokens = words.map(([purpose, word]) => tokenBytes(hash(`token|${purpose}`, word)))
  return [...new Map(tokens.map((token) => [Buffer.from(token).toString('hex'), token])).values()]
}

/** The cards of a request: the recorded one, and the one that came back (P26). */
const cardsOf = ({ iccid, notes }: Identifiers) =>
  [iccid, ...Object.values(notes ?? {}).map((note) => note.iccid)].flatMap((card) => card ?? [])

/** Recomputes a request's search tokens, in the transaction that changed their source. */
export async function rewriteTokens(
  tx: SqlTransaction,
  requestId: string,
  storeId: string,
  identifiers: Identifiers | null,
  personal: Personal | null,
) {
  const tokens = tokensOf(await keyedHash(tx), identifiers, personal)
  await replaceTokens(tx, requestId, storeId, tokens)
}

/** Replaces the tokens by which a request is found. */
export async function replaceTokens(
  tx: SqlTransaction,
  requestId: string,
  storeId: string,
  tokens: readonly Uint8Array<ArrayBuffer>[],
) {
  await tx.deleteFrom('search_token').where('request_id', '=', requestId).execute()
  if (tokens.length === 0) return
  await tx
    .insertInto('search_token')
    .values(tokens.map((token) => ({ token, store_id: storeId, request_id: requestId })))
    .execute()
}
