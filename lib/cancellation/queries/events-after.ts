import { accountNames } from '@/lib/accounts/queries'
import { database } from '@/lib/db/client'

/** A page of a request's history after an event, oldest first, without personal values; `next` is the cursor of the page after. */
export async function eventsAfter(requestId: string, sequence: number, limit: number) {
  const rows = await database().requestEvent.findMany({ where: { requestId, sequence: { gt: sequence } }, orderBy: { sequence: 'asc' }, take: limit + 1, select: { sequence: true, type: true, at: true, actorKind: true, actorId: true, facts: true } })
  const page = rows.slice(0, limit)
  const names = await accountNames(page.flatMap(({ actorId }) => actorId ?? []))
  return {
    items: page.map(({ actorKind, actorId, at, facts, ...event }) => ({ ...event, at: at.toISOString(), actor: { kind: actorKind, name: (actorId && names.get(actorId)) ?? null }, facts: facts as object })),
    next: rows.length > limit ? String(page.at(-1)?.sequence) : null,
  }
}
