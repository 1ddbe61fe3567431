import { createHash, randomBytes } from 'node:crypto'

const mark = 'desk_'

/** A new key: 256 bits of chance behind a word by which a leaked one is found. */
export const newKeyText = () => `${mark}${randomBytes(32).toString('base64url')}`

/** What is kept of a key. Its 256 bits of chance need no slow hash. */
export const hashOfKey = (text: string) =>
  new Uint8Array(createHash('sha256').update(text).digest())

/** The first characters, by which people tell their keys apart. */
export const beginningOf = (text: string) => text.slice(0, mark.length + 6)

/** The key in an Authorization header (RFC 6750); null when there is none. */
export const keyInHeader = (header: string | null) =>
  /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(header ?? '')?.[1] ?? null
