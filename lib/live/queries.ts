import { database } from '@/lib/db/client'
import { direct } from '@/lib/db/direct'

/** Seconds after which somebody who was not heard of again is gone. */
export const presenceSeconds = 60

/** The names of those who have a request's page open, besides this account. */
export async function othersAt(request: string, account: string, now: Date): Promise<string[]> {
  const rows = await direct.$queryRaw<{ name: string }[]>`
    select a.name from presence p join account a on a.id = p.account_id
    where p.request_id = ${request}::uuid and p.account_id <> ${account}::uuid and p.seen_at > ${new Date(now.getTime() - presenceSeconds * 1000)}
    order by a.name`
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
