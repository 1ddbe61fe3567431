import { database } from '@/lib/db/client'

const tell = (request: string) =>
  database().$executeRaw`select pg_notify('request_presence', ${JSON.stringify({ request })})`

/** Notes that somebody has a request's page open now; told to the others when it is news. */
export async function arrive(request: string, account: string, now: Date, news: boolean) {
  await database().$executeRaw`
    insert into presence (request_id, account_id, seen_at) values (${request}::uuid, ${account}::uuid, ${now})
    on conflict (request_id, account_id) do update set seen_at = excluded.seen_at`
  if (news) await tell(request)
}

/** Notes that somebody has closed a request's page. */
export async function leave(request: string, account: string) {
  await database()
    .$executeRaw`delete from presence where request_id = ${request}::uuid and account_id = ${account}::uuid`
  await tell(request)
}
