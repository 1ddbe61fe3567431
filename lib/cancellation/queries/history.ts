import { accountNames } from '@/lib/accounts/queries'
import { database } from '@/lib/db/client'
import { type Change, changesBetween } from '../changes'
import type { RecordedEvent } from '../facts'
import { openDataKeys } from '../planes'
import type { EventFacts } from '../event-facts'
import { replayed } from './replayed'

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
  /** What it changed, before and after; reckoned where it is read, since most of a long history is not. */
  readonly changes: Change[]
}

/** A request's history, oldest first, with the names of those who acted. */
export async function historyOf(requestId: string): Promise<HistoryEntry[]> {
  const [events, keyRows] = await Promise.all([
    database().requestEvent.findMany({ where: { requestId }, orderBy: { sequence: 'asc' } }),
    database().requestKey.findMany({ where: { requestId } }),
  ])
  const keys = openDataKeys(requestId, keyRows)
  const names = await accountNames(events.flatMap((event) => [event.actorId, (event.facts as EventFacts).assignee].flatMap((id) => id ?? [])))
  return [...replayed(keys, requestId, events)].map(({ event, said, before, after }) => {
    const facts = event.facts as EventFacts
    return {
      sequence: event.sequence,
      type: event.type,
      at: event.at,
      actorKind: event.actor.kind,
      actorName: event.actor.id ? (names.get(event.actor.id) ?? null) : null,
      facts,
      assigneeName: names.get(facts.assignee ?? '') ?? null,
      words: wordsIn(said),
      get changes() {
        return changesBetween(before, after).map((change) => (change.field === 'assignee' ? named(change, names) : change))
      },
    }
  })
}

const named = (change: Change, names: ReadonlyMap<string, string>): Change => ({ ...change, before: change.before && (names.get(change.before) ?? change.before), after: change.after && (names.get(change.after) ?? change.after) })

const wordsIn = (personal: { words?: string; overrideReason?: string } | null) => personal?.words ?? personal?.overrideReason ?? null
