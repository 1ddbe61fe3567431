import { type CipherGCM, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyService } from '@/lib/db/key-service'
import { newKey } from '@/lib/db/sealing'

const algorithm = 'aes-256-gcm'
const keyPlace = (madeAt: string) => `backup|${madeAt}`
const filePlace = (madeAt: string, table: string) => Buffer.from(`backup|${madeAt}|${table}`)

/** A backup's own data key, and its form in the manifest: wrapped by the desk's master key. */
export function newBackupKey(madeAt: string): { key: Buffer; wrapped: string } {
  const key = newKey()
  return { key, wrapped: keyService().wrap(keyPlace(madeAt), key).toString('base64') }
}

/** Unwraps a backup's key; throws if this desk has a different master key. */
export const openedBackupKey = (madeAt: string, wrapped: string) =>
  keyService().unwrap(keyPlace(madeAt), Buffer.from(wrapped, 'base64'))

/**
 * Encrypts a stream of any length (AES-256-GCM; at most 64 GiB, SP 800-38D); the tag is available
 * at its end. Backup and table are the associated data.
 */
export function sealing(
  key: Uint8Array,
  madeAt: string,
  table: string,
): { cipher: CipherGCM; nonce: Buffer } {
  const nonce = randomBytes(12)
  return { cipher: createCipheriv(algorithm, key, nonce).setAAD(filePlace(madeAt, table)), nonce }
}

/**
 * Decrypts what `sealing` encrypted; the stream fails at its end if key, place or content differ.
 */
export const opening = (
  key: Uint8Array,
  madeAt: string,
  table: string,
  nonce: string,
  tag: string,
) =>
  createDecipheriv(algorithm, key, Buffer.from(nonce, 'base64'))
    .setAAD(filePlace(madeAt, table))
    .setAuthTag(Buffer.from(tag, 'base64'))
