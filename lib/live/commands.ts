import { sql } from 'kysely'
import type { RequestChange } from '@/lib/cancellation/rules/change'
import { type SqlTransaction, sqlDatabase } from '@/lib/db/sql'

/** Tells the open pages, once the transaction is committed: that this request changed, not what. */
export const tellOpenPages = (tx: SqlTransaction, { after, event }: RequestChange) => {
  const { id, version } = after.record
  const told = { request: id, store: after.storeId, version, by: event.actor.id }
  return sql`select pg_notify('request_changed', ${JSON.stringify(told)})`.execute(tx)
}

const notifyPresence = (request: string) =>
  sql`select pg_notify('request_presence', ${JSON.stringify({ request })})`.execute(sqlDatabase())

/** Records that somebody has a request's page open; `news`: notify the other open pages. */
export async function arrive(request: string, account: string, now: Date, news: boolean) {
  await sqlDatabase()
    .insertInto('presence')
    .values({ request_id: request, account_id: account, seen_at: now })
    .onConflict((clash) =>
      clash.columns(['request_id', 'account_id']).doUpdateSet({ seen_at: now }),
    )
    .execute()
  if (news) await notifyPresence(request)
}

/** Records that somebody closed a request's page. */
export async function leave(request: string, account: string) {
  await sqlDatabase()
    .deleteFrom('presence')
    .where('request_id', '=', request)
    .where('account_id', '=', account)
    .execute()
  await notifyPresence(request)
}
