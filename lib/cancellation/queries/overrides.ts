import { accountNames } from '@/lib/accounts/queries'
import type { Day } from '@/lib/domain/days'
import { Prisma, database } from '@/lib/db/client'
import { openDataKeys, openEvent } from '../crypto/encrypted-fields'
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
 * Approvals, of requests of these stores that ended within these days, by one whose hands had
 * touched the request: newest first, with the reason that was given; at most 200.
 */
export async function overridesIn(
  storeIds: readonly string[],
  { from, to, carrier, channel }: Within,
): Promise<Override[]> {
  const requests = await database().$queryRaw<{ id: string; reference: string; store: string }[]>`
    select r.id, r.reference, r.record ->> 'store' as store from request r
    where r.record ->> 'overridden' = 'true' and r.store_id = any(${[...storeIds]}::uuid[])
      and r.ended_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai' and r.ended_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
      ${carrier ? Prisma.sql`and r.carrier = ${carrier}` : Prisma.empty} ${channel ? Prisma.sql`and r.channel = ${channel}` : Prisma.empty}
    order by r.ended_at desc limit ${shown}`
  const ids = requests.map(({ id }) => id)
  const [events, keys] = await Promise.all([
    database().everyEvent.findMany({
      where: {
        requestId: { in: ids },
        type: 'approve',
        facts: { path: ['override'], equals: true },
      },
      orderBy: { at: 'desc' },
    }),
    database().requestKey.findMany({ where: { requestId: { in: ids } } }),
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
