import { createHash, randomBytes } from 'node:crypto'

/** Hours for which a link to a preview opens. */
export const previewLinkHours = 24

/** A new key of a link: 256 bits of chance, which nobody guesses. */
export const newPreviewKey = () => randomBytes(32).toString('base64url')

/** What is kept of a key. Its 256 bits of chance need no slow hash. */
export const hashOfPreviewKey = (key: string) =>
  new Uint8Array(createHash('sha256').update(key).digest())

/** Whether a text could be a key of a link. */
export const isPreviewKey = (text: string) => /^[A-Za-z0-9_-]{43}$/.test(text)
