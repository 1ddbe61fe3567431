import { sql } from 'kysely'
import { accountNames } from '@/lib/accounts/queries'
import { compiledStatement } from '@/lib/db/compiled-statement'
import { callQuestion } from '../rules/call-question'
import { type Change, changesBetween } from '../rules/changes'
import type { StepWords } from '../rules/particulars'
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
  actorId: string | null
  actorName: string | null
  facts: AnyFacts
  /** The new assignee of an `assign` event. */
  assigneeName: string | null
  /** The event's free text, where it can still be decrypted. */
  words: string | null
  /** The last four of the account that a refund was said to go to, where it can be decrypted. */
  account: string | null
  /** The questions or answers per step, where they can still be decrypted. */
  items: { step: string; words: string }[]
  /** The changes made by the event; computed lazily, since most of a long history is never read. */
  readonly changes: Change[]
}

/**
 * A request's history, oldest first, with the actors' names; or only its `last` entries. Of earlier
 * events only those that opened or amended the request are decrypted, since they hold the complete
 * values that later changes are compared with.
 */
export async function historyOf(requestId: string, last = 1_000_000): Promise<HistoryEntry[]> {
  const [events, keyRows] = await Promise.all([
    eventsOf({ requestId, last }),
    storedKeys([requestId], ['personal']),
  ])
  const keys = openDataKeys(requestId, keyRows)
  // The previous assignee may have been set long before the shown entries.
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
        actorId: event.actor.id,
        actorName: event.actor.id ? (names.get(event.actor.id) ?? null) : null,
        facts,
        assigneeName: names.get(facts.assignee ?? '') ?? null,
        words: wordsIn(said),
        account: accountIn(said),
        items: itemsIn(said),
        get changes() {
          return changesBetween(before, after).map((change) =>
            change.field === 'assignee' ? named(change, names) : change,
          )
        },
      }
    })
}

const eventsOf = compiledStatement<{ requestId: string; last: number }>()((builder, value) =>
  builder
    .selectFrom('request as r')
    .innerJoin('every_event as e', 'e.request_id', 'r.id')
    .select(['e.sequence', 'e.type', 'e.at'])
    .select(['e.actor_kind as actorKind', 'e.actor_id as actorId'])
    .select([
      sql<AnyFacts>`e.facts`.as('facts'),
      sql<Uint8Array | null>`case when e.sequence > r.version - ${value('last')}::int
        or e.type in ('open', 'amend') then e.sealed_personal end`.as('sealedPersonal'),
    ])
    .where('r.id', '=', value('requestId'))
    .orderBy('e.sequence'),
)

const named = (change: Change, names: ReadonlyMap<string, string>): Change => ({
  ...change,
  before: change.before && (names.get(change.before) ?? change.before),
  after: change.after && (names.get(change.after) ?? change.after),
})

type TypedWords = {
  words?: string
  overrideReason?: string
  reinstatableReason?: string
  reason?: string
  explained?: { [callQuestion]?: string }
}

// A carrier's refusal has a typed, and so encrypted, reason.
const wordsIn = (personal: TypedWords | null) =>
  personal?.words ??
  personal?.overrideReason ??
  personal?.reinstatableReason ??
  personal?.explained?.[callQuestion] ??
  personal?.reason ??
  null

const accountIn = (said: Pick<StepWords, 'destination'> | null) => said?.destination?.masked ?? null

type Spoken = { step: string; words?: string }

function itemsIn(personal: Record<string, unknown> | null): { step: string; words: string }[] {
  // A note's items are an object of materials or obligations; only moves have lists.
  const said = [personal?.items, personal?.answers].flatMap((list) =>
    Array.isArray(list) ? list : [],
  )
  return (said as Spoken[]).flatMap(({ step, words }) => (words ? [{ step, words }] : []))
}
