import { sql } from 'kysely'
import { sqlDatabase } from '@/lib/db/sql'

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
