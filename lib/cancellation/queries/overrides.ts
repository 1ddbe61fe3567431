import { accountNames } from '@/lib/accounts/queries'
import { type Prisma, database } from '@/lib/db/client'
import { openDataKeys, openEvent } from '../planes'

export type Override = { reference: string; store: string; at: string; by: string | null; reason: string | null }

const shown = 200

/** Approvals by one whose hands had touched the request, newest first, with the reason that was given; at most 200. */
export async function overridesIn(condition: Prisma.Sql): Promise<Override[]> {
  const requests = await database().$queryRaw<{ id: string; reference: string; store: string }[]>`
    select r.id, r.reference, r.record ->> 'store' as store from request r where (r.record ->> 'overridden')::boolean and ${condition} order by r.id desc limit ${shown}`
  const ids = requests.map(({ id }) => id)
  const [events, keys] = await Promise.all([
    database().requestEvent.findMany({ where: { requestId: { in: ids }, type: 'approve', facts: { path: ['override'], equals: true } }, orderBy: { at: 'desc' } }),
    database().requestKey.findMany({ where: { requestId: { in: ids } } }),
  ])
  const names = await accountNames(events.flatMap(({ actorId }) => actorId ?? []))
  return events.flatMap((event) => {
    const request = requests.find(({ id }) => id === event.requestId)
    if (!request) return []
    const said = openEvent(openDataKeys(event.requestId, keys.filter(({ requestId }) => requestId === event.requestId)), event.requestId, event.sequence, event).personal as { overrideReason?: string } | null
    return [{ reference: request.reference, store: request.store, at: event.at.toISOString(), by: names.get(event.actorId ?? '') ?? null, reason: said?.overrideReason ?? null }]
  })
}
