import { accountNames } from '@/lib/accounts/queries'
import { sqlDatabase } from '@/lib/db/sql'
import { factsWithReference } from '../rules/carrier-reference'
import { type AnyFacts, publicFacts } from '../rules/events'
import { factsErased } from '../rules/legacy-plain-values'
import type { StepWords } from '../rules/particulars'
import type { RecordedEvent } from '../rules/request-record'
import { openDataKeys, openEvent } from '../crypto/encrypted-fields'
import { storedKeys } from './stored-rows'

/**
 * A page of a request's history after an event, oldest first, without personal values except the
 * carrier's reference; `next` is the cursor of the following page.
 */
export async function eventsAfter(requestId: string, sequence: number, limit: number) {
  const rows = await sqlDatabase()
    .selectFrom('every_event')
    .select(['sequence', 'type', 'at', 'facts', 'sealed_personal as sealedPersonal'])
    .select(['actor_kind as actorKind', 'actor_id as actorId'])
    .where('request_id', '=', requestId)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const keys = openDataKeys(requestId, await storedKeys([requestId], ['personal']))
  const names = await accountNames(page.flatMap(({ actorId }) => actorId ?? []))
  const told = (sequence: number, facts: AnyFacts, sealedPersonal: Uint8Array | null) => {
    if (!keys.personal) return factsErased(facts)
    const sealed = { sealedIdentifiers: null, sealedPersonal }
    const { personal } = openEvent(keys, requestId, sequence, sealed)
    return factsWithReference(facts, personal as StepWords | null)
  }
  return {
    items: page.map(({ actorKind, actorId, at, facts, sealedPersonal, ...event }) => ({
      ...event,
      at: at.toISOString(),
      actor: {
        kind: actorKind as RecordedEvent['actor']['kind'],
        name: (actorId && names.get(actorId)) ?? null,
      },
      facts: told(event.sequence, publicFacts(facts), sealedPersonal),
    })),
    next: rows.length > limit ? String(page.at(-1)?.sequence) : null,
  }
}

/** One event without personal values, and its request's reference; null when there is none. */
export async function eventOf(
  requestId: string,
  sequence: number,
): Promise<{ reference: string; facts: AnyFacts } | null> {
  const event = await sqlDatabase()
    .selectFrom('every_event as e')
    .innerJoin('request as r', 'r.id', 'e.request_id')
    .select(['r.reference', 'e.facts'])
    .where('e.request_id', '=', requestId)
    .where('e.sequence', '=', sequence)
    .executeTakeFirst()
  return event ? { reference: event.reference, facts: publicFacts(event.facts) } : null
}
