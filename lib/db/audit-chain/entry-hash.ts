import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/canonical-json'

/** An audit entry as it is hashed: `at` in ISO 8601, UTC. */
export type HashedEntry = {
  id: string
  sequence: number | null
  at: string
  actorId: string | null
  what: string
  subject: string
  before: unknown
  after: unknown
}

/** A link of the audit's chain: SHA-256 over the previous link and the entry (RFC 8785). */
export const entryHash = (previous: Uint8Array, entry: HashedEntry): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(previous).update(canonicalJson(entry)).digest())

/** The link before the first entry. */
export const noLink = () => new Uint8Array(32)
