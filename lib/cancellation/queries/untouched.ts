import { dayOf } from '@/lib/calendar/dates'
import { database } from '@/lib/db/client'
import type { RequestRecord } from '../facts'

export type Untouched = { reference: string; lapseDays: number; touchedOn: string; remindedAt: string | null }

const batch = 1000

/** Open and asked requests whose store's days to lapsing end within `ahead` days, oldest first. */
export async function untouchedRequests(now: Date, ahead: number): Promise<Untouched[]> {
  const rows = await database().$queryRaw<{ reference: string; lapseDays: number; record: RequestRecord }[]>`
    select r.reference, s.lapse_days as "lapseDays", r.record
    from request r join store s on s.id = r.store_id
    where r.state in ('open', 'needs_info')
      and (r.record ->> 'touchedAt')::timestamptz < ${now}::timestamptz - make_interval(days => s.lapse_days - ${ahead}::int)
    order by r.id limit ${batch}`
  return rows.map(({ record, ...row }) => ({ ...row, touchedOn: dayOf(new Date(record.touchedAt)), remindedAt: record.remindedAt }))
}
