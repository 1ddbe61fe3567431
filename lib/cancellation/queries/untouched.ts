import { dayOf } from '@/lib/calendar/dates'
import { database } from '@/lib/db/client'
import type { RequestRecord } from '../facts'

export type Untouched = { reference: string; lapseDays: number; touchedOn: string; remindedAt: string | null }

const batch = 500
const zero = '00000000-0000-0000-0000-000000000000'

/** Open and asked requests whose store's days to lapsing end within `ahead` days, a batch at a time, oldest first. */
export async function* untouchedRequests(now: Date, ahead: number): AsyncGenerator<Untouched> {
  for (let after = zero; ; ) {
    const rows = await database().$queryRaw<{ id: string; reference: string; lapseDays: number; record: RequestRecord }[]>`
      select r.id, r.reference, s.lapse_days as "lapseDays", r.record
      from request r join store s on s.id = r.store_id
      where r.state in ('open', 'needs_info') and r.id > ${after}::uuid
        and (r.record ->> 'touchedAt')::timestamptz < ${now}::timestamptz - make_interval(days => s.lapse_days - ${ahead}::int)
      order by r.id limit ${batch}`
    for (const { reference, lapseDays, record } of rows) yield { reference, lapseDays, touchedOn: dayOf(new Date(record.touchedAt)), remindedAt: record.remindedAt }
    if (rows.length < batch) return
    after = rows.at(-1)?.id ?? zero
  }
}
