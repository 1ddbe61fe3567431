import { noteEffect } from '@/lib/db/call-effect'
import type { SqlTransaction } from '@/lib/db/sql'
import { promiseDue } from '../../rules/promise-due'
import { eventHash, firstLink } from '../../crypto/event-hash'
import type { RecordedEvent, RequestRecord } from '../../rules/request-record'
import { mergeEncryptedFields } from '../../rules/merge-encrypted-fields'
import type { Identifiers, Personal } from '../../rules/particulars'
import { type DataKeys, sealEvent, type sealRow } from '../../crypto/encrypted-fields'
import { type EventFacts, type EventType, readEvent, storedFacts } from '../../rules/events'
import { applyEvent } from '../../rules/replay'
import { insertEventRow, lastLink } from './statements'

/** A request whose row is locked, decrypted. */
export type LockedRequest = {
  record: RequestRecord
  storeId: string
  keys: DataKeys
  identifiers: Identifiers | null
  personal: Personal | null
}

/** An event to be appended: its plain facts and its personal parts, which are encrypted. */
export type NewEvent = {
  [T in EventType]: {
    type: T
    at: Date
    actor: RecordedEvent['actor']
    facts: EventFacts[T]
    identifiers?: object | null
    personal?: object | null
  }
}[EventType]
/** An event whose facts are plain JSON values. */
export type PlainEvent = Omit<NewEvent, 'facts'> & { facts: object }

/**
 * The request after one more event, with what has to be stored. Facts go through JSON first, as the
 * database will return them: undefined values must not reach the hash or the replay.
 */
export const nextOf = (
  requestId: string,
  before: LockedRequest | null,
  keys: DataKeys,
  event: NewEvent,
) =>
  nextOfPlain(requestId, before, keys, {
    ...event,
    facts: JSON.parse(JSON.stringify(event.facts)) as object,
  })

/** The same for an event whose facts are plain JSON values. */
export function nextOfPlain(
  requestId: string,
  before: LockedRequest | null,
  keys: DataKeys,
  event: PlainEvent,
) {
  const sequence = (before?.record.version ?? 0) + 1
  const { type, actor } = event
  const facts = storedFacts(event.facts)
  const recorded: RecordedEvent = { sequence, type, at: event.at.toISOString(), actor, facts }
  const read = readEvent(recorded)
  const said = { identifiers: event.identifiers ?? null, personal: event.personal ?? null }
  const merge = <T>(stored: T | null, part: object | null) =>
    mergeEncryptedFields(
      stored as Record<string, unknown> | null,
      type,
      read.facts,
      part as Record<string, unknown> | null,
    ) as T | null
  return {
    recorded,
    sealed: sealEvent(keys, requestId, sequence, said),
    record: applyEvent(before?.record ?? null, read),
    identifiers: merge(before?.identifiers ?? null, said.identifiers),
    personal: merge(before?.personal ?? null, said.personal),
  }
}

/** Inserts the event, hash-chained to the previous one. */
export async function insertEvent(
  tx: SqlTransaction,
  requestId: string,
  recorded: RecordedEvent,
  sealed: ReturnType<typeof sealEvent>,
) {
  await noteEffect(tx, `request|${requestId}|${recorded.sequence}`)
  const previousHash =
    recorded.sequence === 1 ? firstLink() : await lastLink(tx, requestId, recorded.sequence - 1)
  await insertEventRow(tx, requestId, {
    ...recorded,
    ...sealed,
    previousHash,
    hash: eventHash(previousHash, { ...recorded, requestId, ...sealed }),
  })
}

/** The columns of the request's row: a projection of its events for lists and searches. */
export function columnsOf(
  record: RequestRecord,
  storeId: string,
  numberHash: Uint8Array<ArrayBuffer> | null,
  sealed: ReturnType<typeof sealRow>,
) {
  return {
    reference: record.reference,
    state: record.state,
    version: record.version,
    store_id: storeId,
    carrier: record.carrier,
    region: record.region,
    card_type: record.cardType,
    channel: record.channel,
    revision_id: record.revisionId,
    customer_waiting: record.customerWaiting,
    number_hash: numberHash,
    receipt_number: record.receipt?.number ?? null,
    due: promiseDue(record)?.date ?? null,
    assigned_to: record.assignee,
    waits_until: record.waitsUntil,
    card_store: record.card && !record.card.gone ? record.card.store : null,
    bag: record.card?.bag ?? null,
    card_owed: record.cardOwed,
    opened_at: new Date(record.openedAt),
    updated_at: new Date(record.updatedAt),
    ended_at: record.endedAt ? new Date(record.endedAt) : null,
    record: JSON.stringify(record),
    sealed_identifiers: sealed.sealedIdentifiers,
    sealed_personal: sealed.sealedPersonal,
  }
}
