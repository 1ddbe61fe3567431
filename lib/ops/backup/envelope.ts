import { type CipherGCM, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyService } from '@/lib/db/key-service'
import { newKey } from '@/lib/db/sealing'

const algorithm = 'aes-256-gcm'
const keyPlace = (madeAt: string) => `backup|${madeAt}`
const filePlace = (madeAt: string, table: string) => Buffer.from(`backup|${madeAt}|${table}`)

/**
 * A key for one backup alone, and how it stands in the manifest: wrapped by the desk's master key.
 */
export function newBackupKey(madeAt: string): { key: Buffer; wrapped: string } {
  const key = newKey()
  return { key, wrapped: keyService().wrap(keyPlace(madeAt), key).toString('base64') }
}

/** The key of a backup; throws where the desk has other keys than the one that made it. */
export const openedBackupKey = (madeAt: string, wrapped: string) =>
  keyService().unwrap(keyPlace(madeAt), Buffer.from(wrapped, 'base64'))

/**
 * Seals a file of any length as it flows through (AES-256-GCM; at most 64 GiB, SP 800-38D); the tag
 * is there when all has. Backup and table are associated data.
 */
export function sealing(
  key: Uint8Array,
  madeAt: string,
  table: string,
): { cipher: CipherGCM; nonce: Buffer } {
  const nonce = randomBytes(12)
  return { cipher: createCipheriv(algorithm, key, nonce).setAAD(filePlace(madeAt, table)), nonce }
}

/** Opens what `sealing` sealed; the stream fails at its end where key, place or content differ. */
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
