import { accountNames } from '@/lib/accounts/queries'
import { database } from '@/lib/db/client'
import type { RecordedEvent } from '../facts'
import { openDataKeys, openEvent } from '../planes'
import type { EventFacts } from '../replay'

export type HistoryEntry = {
  sequence: number
  type: string
  at: string
  actorKind: RecordedEvent['actor']['kind']
  actorName: string | null
  facts: EventFacts
  /** Who took the request in hand, where the event says that. */
  assigneeName: string | null
  /** The free words of the event, as far as they can still be opened. */
  words: string | null
}

/** A request's history, oldest first, with the names of those who acted. */
export async function historyOf(requestId: string): Promise<HistoryEntry[]> {
  const [events, keyRows] = await Promise.all([
    database().requestEvent.findMany({ where: { requestId }, orderBy: { sequence: 'asc' } }),
    database().requestKey.findMany({ where: { requestId } }),
  ])
  const keys = openDataKeys(requestId, keyRows)
  const names = await accountNames(events.flatMap((event) => [event.actorId, (event.facts as EventFacts).assignee].flatMap((id) => id ?? [])))
  return events.map((event) => ({
    sequence: event.sequence,
    type: event.type,
    at: event.at.toISOString(),
    actorKind: event.actorKind as HistoryEntry['actorKind'],
    actorName: event.actorId ? (names.get(event.actorId) ?? null) : null,
    facts: event.facts as EventFacts,
    assigneeName: names.get((event.facts as EventFacts).assignee ?? '') ?? null,
    words: wordsIn(openEvent(keys, requestId, event.sequence, event).personal as { words?: string; overrideReason?: string } | null),
  }))
}

const wordsIn = (personal: { words?: string; overrideReason?: string } | null) => personal?.words ?? personal?.overrideReason ?? null
