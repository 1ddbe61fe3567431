import { type KeyObject, createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import { database } from '@/lib/db/client'
import { keyService } from '@/lib/db/key-service'

export const receiptKeyName = 'receipt'
export const receiptKeyPlace = `installation|${receiptKeyName}`

export type PublishedKey = { kid: string; kty: 'OKP'; crv: 'Ed25519'; x: string }
type SigningKey = { key: KeyObject; published: PublishedKey }

let loaded: Promise<SigningKey> | undefined

/** The signing key for receipts. */
export function receiptKey(): Promise<SigningKey> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined
    throw error
  })
  return loaded
}

async function load(): Promise<SigningKey> {
  const row = await database().installationKey.findUniqueOrThrow({
    where: { name: receiptKeyName },
  })
  const key = createPrivateKey({
    key: keyService().unwrap(receiptKeyPlace, row.wrapped),
    format: 'der',
    type: 'pkcs8',
  })
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  // The key's thumbprint (RFC 7638).
  const kid = createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url')
  return { key, published: { kid, kty: 'OKP', crv: 'Ed25519', x } }
}

/** The public keys for verifying receipts, as a JWK set (RFC 7517). */
export const publishedKeys = async (): Promise<{ keys: PublishedKey[] }> => ({
  keys: [(await receiptKey()).published],
})
