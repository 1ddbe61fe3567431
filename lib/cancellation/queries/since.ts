import { accountNames } from '@/lib/accounts/queries'
import { type MembershipOf, visibleStores } from '@/lib/domain/permissions'
import { anyOf, sqlDatabase } from '@/lib/db/sql'
import { storedEvents } from './stored-rows'

export type SinceEvent = {
  sequence: number
  type: string
  step: string | null
  at: string
  by: string | null
}

/** A request's events after a version, for its stores, oldest first; at most ten. */
export async function eventsSince(
  viewer: { memberships: readonly MembershipOf[] },
  reference: string,
  version: number,
): Promise<SinceEvent[]> {
  const request = await sqlDatabase()
    .selectFrom('request')
    .select('id')
    .where('reference', '=', reference)
    .where('store_id', '=', anyOf(visibleStores(viewer.memberships)))
    .executeTakeFirst()
  if (!request) return []
  const events = await storedEvents(request.id).where('sequence', '>', version).limit(10).execute()
  const names = await accountNames(events.flatMap(({ actorId }) => actorId ?? []))
  return events.map(({ sequence, type, at, actorId, facts }) => ({
    sequence,
    type,
    at: at.toISOString(),
    by: names.get(actorId ?? '') ?? null,
    step: (facts as { step?: string }).step ?? null,
  }))
}
