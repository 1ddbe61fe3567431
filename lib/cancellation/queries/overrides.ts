import { accountNames } from '@/lib/accounts/queries'
import { type Day, addDays, startOf } from '@/lib/domain/days'
import { sql } from 'kysely'
import { anyOf, sqlDatabase } from '@/lib/db/sql'
import { openDataKeys, openEvent } from '../crypto/encrypted-fields'
import { storedKeys } from './stored-rows'
import type { Channel } from '@/lib/domain/coded-values'

export type Override = {
  reference: string
  store: string
  at: string
  by: string | null
  reason: string | null
}

const shown = 200

type Within = { from: Day; to: Day; carrier: string | null; channel: Channel | null }

/**
 * Approvals, of these stores' requests that ended in this period, by somebody who had worked on the
 * request: newest first, with the reason given; at most 200.
 */
export async function overridesIn(
  storeIds: readonly string[],
  { from, to, carrier, channel }: Within,
): Promise<Override[]> {
  const narrowed = sqlDatabase()
    .selectFrom('request as r')
    .select(['r.id', 'r.reference'])
    .select(sql<string>`r.record ->> 'store'`.as('store'))
    .where(sql<boolean>`r.record ->> 'overridden' = 'true'`)
    .where('r.store_id', '=', anyOf(storeIds))
    .where('r.ended_at', '>=', startOf(from))
    .where('r.ended_at', '<', startOf(addDays(to, 1)))
    .$if(carrier !== null, (query) => query.where('r.carrier', '=', carrier ?? ''))
    .$if(channel !== null, (query) => query.where('r.channel', '=', channel ?? ''))
  const requests = await narrowed.orderBy('r.ended_at', 'desc').limit(shown).execute()
  const ids = requests.map(({ id }) => id)
  if (ids.length === 0) return []
  const [events, keys] = await Promise.all([
    sqlDatabase()
      .selectFrom('every_event')
      .select(['request_id as requestId', 'sequence', 'at', 'actor_id as actorId'])
      .select(['sealed_identifiers as sealedIdentifiers', 'sealed_personal as sealedPersonal'])
      .where('request_id', '=', anyOf(ids))
      .where('type', '=', 'approve')
      .where(sql<boolean>`facts -> 'override' = 'true'::jsonb`)
      .orderBy('at', 'desc')
      .execute(),
    storedKeys(ids),
  ])
  const names = await accountNames(events.flatMap(({ actorId }) => actorId ?? []))
  return events.flatMap((event) => {
    const request = requests.find(({ id }) => id === event.requestId)
    if (!request) return []
    const said = openEvent(
      openDataKeys(
        event.requestId,
        keys.filter(({ requestId }) => requestId === event.requestId),
      ),
      event.requestId,
      event.sequence,
      event,
    ).personal as { overrideReason?: string } | null
    return [
      {
        reference: request.reference,
        store: request.store,
        at: event.at.toISOString(),
        by: names.get(event.actorId ?? '') ?? null,
        reason: said?.overrideReason ?? null,
      },
    ]
  })
}
