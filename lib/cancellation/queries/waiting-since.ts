import { sqlDatabase } from '@/lib/db/sql'

/** The moment since which a request's customer waits, where they do: it was opened or noted so. */
export async function waitingSince(requestId: string): Promise<Date> {
  const { at } = await sqlDatabase()
    .selectFrom('every_event')
    .select('at')
    .where('request_id', '=', requestId)
    .where('type', 'in', ['open', 'wait'])
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow()
  return at
}
