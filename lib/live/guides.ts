import { sql } from 'kysely'
import { sqlDatabase } from '@/lib/db/sql'
import { presenceSeconds } from './queries'

/** Somebody who has a guide's editor open: the row that they are in, or empty. */
export type InGuide = { name: string; place: string }

const notifyPresence = (guide: string) =>
  sql`select pg_notify('guide_presence', ${JSON.stringify({ guide })})`.execute(sqlDatabase())

/**
 * Records that somebody has a guide's editor open, and the row that they are in; without `place`
 * the row stays. `news`: tell the other open editors.
 */
export async function arriveAtGuide(
  guide: string,
  account: string,
  now: Date,
  { place, news }: { place?: string; news: boolean },
) {
  await sqlDatabase()
    .insertInto('guide_presence')
    .values({ guide_id: guide, account_id: account, place: place ?? '', seen_at: now })
    .onConflict((clash) =>
      clash
        .columns(['guide_id', 'account_id'])
        .doUpdateSet({ seen_at: now, ...(place !== undefined && { place }) }),
    )
    .execute()
  if (news) await notifyPresence(guide)
}

/** Records that somebody closed a guide's editor. */
export async function leaveGuide(guide: string, account: string) {
  await sqlDatabase()
    .deleteFrom('guide_presence')
    .where('guide_id', '=', guide)
    .where('account_id', '=', account)
    .execute()
  await notifyPresence(guide)
}

/** The other accounts that have a guide's editor open. */
export const othersInGuide = (guide: string, account: string, now: Date): Promise<InGuide[]> =>
  sqlDatabase()
    .selectFrom('guide_presence as p')
    .innerJoin('account as a', 'a.id', 'p.account_id')
    .select(['a.name', 'p.place'])
    .where('p.guide_id', '=', guide)
    .where('p.account_id', '<>', account)
    .where('p.seen_at', '>', new Date(now.getTime() - presenceSeconds * 1000))
    .orderBy('a.name')
    .execute()
