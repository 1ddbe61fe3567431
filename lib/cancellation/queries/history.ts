import { sql } from 'kysely'
import { accountNames } from '@/lib/accounts/queries'
import { sqlDatabase } from '@/lib/db/sql'
import { type Change, changesBetween } from '../rules/changes'
import type { RecordedEvent } from '../rules/request-record'
import { openDataKeys } from '../crypto/encrypted-fields'
import type { AnyFacts } from '../rules/events'
import { storedKeys } from './stored-rows'
import { replayed } from './replayed'

export type HistoryEntry = {
  sequence: number
  type: string
  at: string
  actorKind: RecordedEvent['actor']['kind']
  actorName: string | null
  facts: AnyFacts
  /** Who took the request in hand, where the event says that. */
  assigneeName: string | null
  /** The free words of the event, as far as they can still be opened. */
  words: string | null
  /** What it asked for or answered, step by step, as far as it can still be opened. */
  items: { step: string; words: string }[]
  /**
   * What it changed, before and after; reckoned where it is read, since most of a long history is
   * not.
   */
  readonly changes: Change[]
}

/**
 * A request's history, oldest first, with the names of those who acted; or its `last` entries
 * alone. Of what came before them only what opened or amended the request is opened, since that
 * says all anew that a change is told by.
 */
export async function historyOf(requestId: string, last = 1_000_000): Promise<HistoryEntry[]> {
  const [events, keyRows] = await Promise.all([
    sqlDatabase()
      .selectFrom('request as r')
      .innerJoin('every_event as e', 'e.request_id', 'r.id')
      .select(['e.sequence', 'e.type', 'e.at'])
      .select(['e.actor_kind as actorKind', 'e.actor_id as actorId'])
      .select([
        sql<AnyFacts>`e.facts`.as('facts'),
        sql<Uint8Array | null>`case when e.sequence > r.version - ${last}::int
          or e.type in ('open', 'amend') then e.sealed_personal end`.as('sealedPersonal'),
      ])
      .where('r.id', '=', requestId)
      .orderBy('e.sequence')
      .execute(),
    storedKeys([requestId], ['personal']),
  ])
  const keys = openDataKeys(requestId, keyRows)
  // Who had it in hand before may have got it long ago.
  const names = await accountNames(
    [
      ...events.slice(-last).map(({ actorId }) => actorId),
      ...events.map(({ facts }) => facts.assignee),
    ].flatMap((id) => id ?? []),
  )
  return [
    ...replayed(
      keys,
      requestId,
      events.map((event) => ({ ...event, sealedIdentifiers: null })),
    ),
  ]
    .slice(-last)
    .map(({ event, said, before, after }) => {
      const facts: AnyFacts = event.facts
      return {
        sequence: event.sequence,
        type: event.type,
        at: event.at,
        actorKind: event.actor.kind,
        actorName: event.actor.id ? (names.get(event.actor.id) ?? null) : null,
        facts,
        assigneeName: names.get(facts.assignee ?? '') ?? null,
        words: wordsIn(said),
        items: itemsIn(said),
        get changes() {
          return changesBetween(before, after).map((change) =>
            change.field === 'assignee' ? named(change, names) : change,
          )
        },
      }
    })
}

const named = (change: Change, names: ReadonlyMap<string, string>): Change => ({
  ...change,
  before: change.before && (names.get(change.before) ?? change.before),
  after: change.after && (names.get(change.after) ?? change.after),
})

type Said = { words?: string; overrideReason?: string; reason?: string }

// Of a carrier's refusal the reason is what the carrier said, and so sealed.
const wordsIn = (personal: Said | null) =>
  personal?.words ?? personal?.overrideReason ?? personal?.reason ?? null

type Spoken = { step: string; words?: string }

function itemsIn(personal: Record<string, unknown> | null): { step: string; words: string }[] {
  // A note's items are materials and obligations, by their names: only moves speak in lists.
  const said = [personal?.items, personal?.answers].flatMap((list) =>
    Array.isArray(list) ? list : [],
  )
  return (said as Spoken[]).flatMap(({ step, words }) => (words ? [{ step, words }] : []))
}
