import type { RecordedEvent, RequestRecord } from '../rules/request-record'
import { mergeEncryptedFields } from '../rules/merge-encrypted-fields'
import type { Identifiers, Personal } from '../rules/particulars'
import { factsErased } from '../rules/legacy-plain-values'
import { type DataKeys, openEvent } from '../crypto/encrypted-fields'
import { type AnyFacts, type RequestEvent, readEvent } from '../rules/events'
import { applyEvent } from '../rules/replay'

export type Rebuilt = {
  record: RequestRecord | null
  identifiers: Identifiers | null
  personal: Personal | null
}
type PersonalPart = Record<string, unknown> | null
type Row = {
  sequence: number
  type: string
  at: Date
  actorKind: string
  actorId: string | null
  facts: unknown
} & Parameters<typeof openEvent>[3]

/**
 * A history event with the request before and after it, and its words, where they can be decrypted.
 */
export type Replayed = { event: RequestEvent; said: PersonalPart; before: Rebuilt; after: Rebuilt }

/** Replays a history, oldest first. */
export function* replayed(
  keys: DataKeys,
  requestId: string,
  rows: readonly Row[],
): Generator<Replayed> {
  // Without the personal key, values that older events hold unencrypted are skipped too.
  const factsOf = (facts: AnyFacts): Record<string, unknown> =>
    keys.personal ? facts : factsErased(facts)
  let now: Rebuilt = { record: null, identifiers: null, personal: null }
  for (const { sequence, type, at, actorKind, actorId, facts, ...sealed } of rows) {
    const event = readEvent({
      sequence,
      type,
      at: at.toISOString(),
      actor: { kind: actorKind as RecordedEvent['actor']['kind'], id: actorId },
      facts: factsOf(facts as AnyFacts),
    })
    const said = openEvent(keys, requestId, sequence, sealed) as {
      identifiers: PersonalPart
      personal: PersonalPart
    }
    const merged = (part: 'identifiers' | 'personal') =>
      mergeEncryptedFields(now[part] as PersonalPart, type, event.facts, said[part])
    const before = now
    now = {
      record: applyEvent(before.record, event),
      identifiers: merged('identifiers') as Identifiers | null,
      personal: merged('personal') as Personal | null,
    }
    yield { event, said: said.personal, before, after: now }
  }
}
