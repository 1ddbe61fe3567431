import { sqlDatabase } from '@/lib/db/sql'
import { type Day, addDays } from '@/lib/domain/days'
import type { StoreHours } from '@/lib/stores/hours'
import { type QuietHours, daysCounted, quietHours } from './quiet-hours'

/** When a store is quiet, by its visits of the last weeks (F9); null when these do not say. */
export async function quietHoursOf(
  code: string,
  hours: StoreHours,
  today: Day,
): Promise<QuietHours | null> {
  const counts = await sqlDatabase()
    .selectFrom('visit_count as v')
    .innerJoin('store as s', 's.id', 'v.store_id')
    .select(['v.day', 'v.hour', 'v.visits'])
    .where('s.code', '=', code)
    .where('v.day', '>=', addDays(today, -daysCounted))
    .where('v.day', '<', today)
    .execute()
  return quietHours(counts, hours, today)
}
