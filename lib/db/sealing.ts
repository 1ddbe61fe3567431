import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const nonceLength = 12
const tagLength = 16

// Asking the system costs more than a sealing: it is asked for many bytes at a time, each of which
// serves once.
const drawn = 8192
let pool = Buffer.alloc(0)

/** So many random bytes that nobody else has had. */
export function fresh(length: number): Buffer {
  if (pool.length < length) pool = randomBytes(drawn)
  const taken = Buffer.from(pool.subarray(0, length))
  pool = pool.subarray(length)
  return taken
}

/** A new 256-bit key. */
export const newKey = () => fresh(32)

/**
 * AES-256-GCM with a random nonce; `place` (where the value stands) is associated data, so that a
 * sealed value moved elsewhere does not open. Layout: nonce, ciphertext, tag.
 */
export function seal(key: Uint8Array, place: string, plain: Uint8Array): Buffer<ArrayBuffer> {
  const nonce = fresh(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Opens what `seal` sealed at the same place; throws when key, place or content differ. */
export function unseal(key: Uint8Array, place: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(-tagLength))
  const plain = decipher.update(sealed.subarray(nonceLength, -tagLength))
  // Gives no bytes more, but throws when it is not what was sealed.
  decipher.final()
  return plain
}

export const sealJson = (key: Uint8Array, place: string, value: unknown) =>
  seal(key, place, Buffer.from(JSON.stringify(value)))

export const unsealJson = (key: Uint8Array, place: string, sealed: Uint8Array): unknown =>
  JSON.parse(unseal(key, place, sealed).toString())
