import { accountNames } from '@/lib/accounts/queries'
import { database } from '@/lib/db/client'
import { factsShown } from '../rules/carrier-reference'
import { type AnyFacts, factsTold } from '../rules/events'
import { factsErased } from '../rules/legacy-plain-values'
import type { StepWords } from '../rules/particulars'
import { openDataKeys, openEvent } from '../crypto/encrypted-fields'

/**
 * A page of a request's history after an event, oldest first, without personal values but for what
 * the carrier calls it; `next` is the cursor of the page after.
 */
export async function eventsAfter(requestId: string, sequence: number, limit: number) {
  const rows = await database().everyEvent.findMany({
    where: { requestId, sequence: { gt: sequence } },
    orderBy: { sequence: 'asc' },
    take: limit + 1,
    select: {
      sequence: true,
      type: true,
      at: true,
      actorKind: true,
      actorId: true,
      facts: true,
      sealedPersonal: true,
    },
  })
  const page = rows.slice(0, limit)
  const key = { where: { requestId, class: 'personal' } }
  const keys = openDataKeys(requestId, await database().requestKey.findMany(key))
  const names = await accountNames(page.flatMap(({ actorId }) => actorId ?? []))
  const told = (sequence: number, facts: AnyFacts, sealedPersonal: Uint8Array | null): object => {
    if (!keys.personal) return factsErased(facts)
    const sealed = { sealedIdentifiers: null, sealedPersonal }
    const { personal } = openEvent(keys, requestId, sequence, sealed)
    return factsShown(facts, personal as StepWords | null)
  }
  return {
    items: page.map(({ actorKind, actorId, at, facts, sealedPersonal, ...event }) => ({
      ...event,
      at: at.toISOString(),
      actor: { kind: actorKind, name: (actorId && names.get(actorId)) ?? null },
      facts: told(event.sequence, factsTold(facts), sealedPersonal),
    })),
    next: rows.length > limit ? String(page.at(-1)?.sequence) : null,
  }
}

/**
 * What one event says without personal values, and its request's reference; null when there is
 * none.
 */
export async function eventOf(
  requestId: string,
  sequence: number,
): Promise<{ reference: string; facts: AnyFacts } | null> {
  const [event, request] = await Promise.all([
    database().everyEvent.findUnique({
      where: { requestId_sequence: { requestId, sequence } },
      select: { facts: true },
    }),
    database().request.findUnique({ where: { id: requestId }, select: { reference: true } }),
  ])
  return event && request ? { reference: request.reference, facts: factsTold(event.facts) } : null
}
