import { createHash, randomBytes } from 'node:crypto'

/** A new link's secret: 256 bits of chance, in base64url. */
export const newLinkText = () => randomBytes(32).toString('base64url')

/** What is kept of it. Its 256 bits of chance need no slow hash. */
export const hashOfLink = (text: string) =>
  new Uint8Array(createHash('sha256').update(`account link|${text}`).digest())
