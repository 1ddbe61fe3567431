import { accountNames } from '@/lib/accounts/queries'
import { type MembershipOf, visibleStores } from '@/lib/auth/policy'
import { database } from '@/lib/db/client'

export type SinceEvent = {
  sequence: number
  type: string
  step: string | null
  at: string
  by: string | null
}

/**
 * What happened to a request of the viewer's stores after a version of it, oldest first; at most
 * ten.
 */
export async function eventsSince(
  viewer: { memberships: readonly MembershipOf[] },
  reference: string,
  version: number,
): Promise<SinceEvent[]> {
  const request = await database().request.findFirst({
    where: { reference, storeId: { in: visibleStores(viewer.memberships) } },
    select: { id: true },
  })
  if (!request) return []
  const events = await database().everyEvent.findMany({
    where: { requestId: request.id, sequence: { gt: version } },
    orderBy: { sequence: 'asc' },
    take: 10,
  })
  const names = await accountNames(events.flatMap(({ actorId }) => actorId ?? []))
  return events.map(({ sequence, type, at, actorId, facts }) => ({
    sequence,
    type,
    at: at.toISOString(),
    by: names.get(actorId ?? '') ?? null,
    step: (facts as { step?: string }).step ?? null,
  }))
}
