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
 * The link of the chain: SHA-256 over the link before and the event in canonical JSON (RFC 8785).
 * Sealed parts count by their ciphertext, so the chain still verifies after their keys are
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
  // As hex and back: half the time of asking for bytes, each of which would be memory of their own.
  return Buffer.from(hash('sha256', Buffer.concat([previous, Buffer.from(told)]), 'hex'), 'hex')
}

/** The link before the first event. */
export const firstLink = () => new Uint8Array(32)
