import { sql } from 'kysely'
import { canonicalJson } from '@/lib/canonical-json'
import { eventHash, firstLink } from '../crypto/event-hash'
import type { RecordedEvent } from '../rules/request-record'
import { replay } from '../rules/replay'
import { idsOfHistories } from './ids-of-histories'
import { batch, inBatches } from './in-batches'
import { storedEvents } from './stored-rows'

/**
 * Faults of a history: a missing event, a broken link, a row that differs from its events, events
 * without a row.
 */
export type HistoryFault = 'gap' | 'link' | 'row' | 'no_row'
export type Verified = {
  reference: string
  events: number
  fault: { kind: HistoryFault; sequence: number } | null
}

/** Verifies every request's history in id order: each link, and that the row matches its events. */
export async function* verifiedHistories(): AsyncGenerator<Verified> {
  const requests = inBatches(
    (after) => sql<{
      id: string
      reference: string | null
      version: number | null
      record: object | null
    }>`
    select ids.id, r.reference, r.version, r.record
    from (
      ${idsOfHistories(after)}
      union (select id from request where id > ${after}::uuid order by id limit ${batch})
      order by id limit ${batch}
    ) ids
    left join request r on r.id = ids.id order by ids.id`,
  )
  for await (const { id, reference, version, record } of requests) {
    const { events, fault, last } = await chainOf(id)
    const row =
      fault ??
      (record === null
        ? ({ kind: 'no_row', sequence: 0 } as const)
        : last !== version
          ? ({ kind: 'gap', sequence: last + 1 } as const)
          : canonicalJson(replay(events)) === canonicalJson(record)
            ? null
            : ({ kind: 'row', sequence: last } as const))
    yield { reference: reference ?? id, events: events.length, fault: row }
  }
}

async function chainOf(
  requestId: string,
): Promise<{ events: RecordedEvent[]; fault: Verified['fault']; last: number }> {
  const rows = await storedEvents(requestId)
    .select(['previous_hash as previousHash', 'hash'])
    .execute()
  const events: RecordedEvent[] = []
  let link = firstLink()
  for (const {
    sequence,
    type,
    at,
    actorKind,
    actorId,
    facts,
    previousHash,
    hash,
    sealedIdentifiers,
    sealedPersonal,
  } of rows) {
    const event: RecordedEvent = {
      sequence,
      type,
      at: at.toISOString(),
      actor: { kind: actorKind as RecordedEvent['actor']['kind'], id: actorId },
      facts: facts as Record<string, unknown>,
    }
    if (sequence !== events.length + 1)
      return { events, fault: { kind: 'gap', sequence: events.length + 1 }, last: events.length }
    const next = eventHash(link, { ...event, requestId, sealedIdentifiers, sealedPersonal })
    if (!Buffer.from(previousHash).equals(link) || !Buffer.from(hash).equals(next))
      return { events, fault: { kind: 'link', sequence }, last: sequence }
    link = next
    events.push(event)
  }
  return { events, fault: null, last: events.length }
}
