import { database } from '@/lib/db/client'
import { sqlDatabase } from '@/lib/db/sql'

/** Seconds without a heartbeat after which somebody counts as gone. */
export const presenceSeconds = 60

/** The names of the other accounts that have a request's page open. */
export async function othersAt(request: string, account: string, now: Date): Promise<string[]> {
  const rows = await sqlDatabase()
    .selectFrom('presence as p')
    .innerJoin('account as a', 'a.id', 'p.account_id')
    .select('a.name')
    .where('p.request_id', '=', request)
    .where('p.account_id', '<>', account)
    .where('p.seen_at', '>', new Date(now.getTime() - presenceSeconds * 1000))
    .orderBy('a.name')
    .execute()
  return rows.map(({ name }) => name)
}

/** The id and version of a request in these stores; null when there is none. */
export const requestToWatch = (reference: string, stores: readonly string[]) =>
  database().request.findFirst({
    where: { reference, storeId: { in: [...stores] } },
    select: { id: true, version: true },
  })

/** The id and version of a request for its customer's page; null when there is none. */
export const requestOfStatus = (reference: string) =>
  database().request.findUnique({ where: { reference }, select: { id: true, version: true } })
