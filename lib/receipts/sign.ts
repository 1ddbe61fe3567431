import { sign } from 'node:crypto'
import { checkReceipt } from './check.mjs'
import { publishedKeys, receiptKey } from './keys/queries'
import type { SignedReceipt } from './signed'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/**
 * A receipt's signed text: JWS compact (RFC 7515) with Ed25519. Deterministic for the same facts.
 */
export async function signedReceipt(facts: SignedReceipt): Promise<string> {
  const { key, published } = await receiptKey()
  const text = `${part({ alg: 'EdDSA', kid: published.kid })}.${part(facts)}`
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`
}

/** Verifies a signed text and returns its facts; null when it was changed. */
export const readSigned = async (text: string): Promise<SignedReceipt | null> =>
  checkReceipt(await publishedKeys(), text) as SignedReceipt | null
