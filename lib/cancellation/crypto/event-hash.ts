import { hash } from 'node:crypto'
import { canonicalJson } from '@/lib/canonical-json'
import type { RecordedEvent } from '../rules/request-record'

type Row = RecordedEvent & {
  requestId: string
  sealedIdentifiers: Uint8Array | null
  sealedPersonal: Uint8Array | null
}

const digestOf = (bytes: Uint8Array | null) => (bytes ? hash('sha256', bytes, 'hex') : null)

/**
 * A link of the hash chain: SHA-256 over the previous link and the event in canonical JSON (RFC
 * 8785). Encrypted parts enter as ciphertext, so the chain verifies even after their keys are
 * destroyed.
 */
export function eventHash(previous: Uint8Array, event: Row): Uint8Array<ArrayBuffer> {
  const { requestId, sequence, type, at, actor, facts } = event
  const told = canonicalJson({
    requestId,
    sequence,
    type,
    at,
    actor,
    facts,
    identifiers: digestOf(event.sealedIdentifiers),
    personal: digestOf(event.sealedPersonal),
  })
  // Via hex: twice as fast as requesting bytes, each of which would be a separate allocation.
  return Buffer.from(hash('sha256', Buffer.concat([previous, Buffer.from(told)]), 'hex'), 'hex')
}

/** The link before the first event. */
export const firstLink = () => new Uint8Array(32)
