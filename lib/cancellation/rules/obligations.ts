import type { Day } from '@/lib/domain/days'
import { type RequestRecord, noteOfKind } from './request-record'

/** The last day on which an awaited obligation clears by itself; null when none is awaited (P1). */
export function waitsUntil(record: RequestRecord): Day | null {
  const items = noteOfKind(record, 'obligations')?.outcome.items ?? {}
  const days = Object.values(items).flatMap((item) =>
    item.state === 'waiting' ? [item.clearsOn] : [],
  )
  return days.sort().at(-1) ?? null
}
