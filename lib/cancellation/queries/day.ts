import { type Day, addDays, dayOf, startOf } from '@/lib/domain/days'
import { sql } from 'kysely'
import { sqlDatabase } from '@/lib/db/sql'
import { type RequestRecord, noteOfKind } from '../rules/request-record'
import { type Finding, findingsOf } from '../rules/reconcile'
import { bagsOf, type BagRow } from './bags'
import { type SealedRow, iccidOf, openRows, sealedColumns } from './opened'

export type DayRow = {
  record: RequestRecord
  findings: Finding[]
  iccidMasked: string | null
  numberMasked: string | null
}
export type StoreDay = {
  counts: {
    opened: number
    submitted: number
    completed: number
    endedOtherwise: number
    cards: number
    receipts: number
  }
  rows: DayRow[]
  bags: BagRow[]
}

const shown = 500

/**
 * A store's day for reconciliation: requests opened or ended that day, and every card that is not
 * in a bag, misplaced or owed, whenever it was taken; discrepancies first. At most 500 rows.
 */
export async function storeDay(store: { id: string; code: string }, day: Day): Promise<StoreDay> {
  const [from, to] = [startOf(day), startOf(addDays(day, 1))]
  const [found, bags] = await Promise.all([
    sql<SealedRow>`
      select ${sealedColumns(['personal'])} from request r where r.id in (
        select id from request
        where store_id = ${store.id}::uuid and opened_at >= ${from} and opened_at < ${to}
        union
        select id from request
        where store_id = ${store.id}::uuid and ended_at >= ${from} and ended_at < ${to}
        union
        select id from request
        where card_store = ${store.code}
          and (bag is null or card_owed or store_id <> ${store.id}::uuid)
      ) order by r.id desc limit ${shown}`.execute(sqlDatabase()),
    bagsOf(store.id),
  ])
  const onDay = (at: string | null | undefined) =>
    at !== null && at !== undefined && dayOf(new Date(at)) === day
  const rows = (await openRows(found.rows, ['personal'])).map(
    ({ record, personal }): DayRow => ({
      record,
      findings: findingsOf(record, store.code, day),
      iccidMasked: iccidOf(personal),
      numberMasked: personal?.numberMasked ?? null,
    }),
  )
  const records = rows.map(({ record }) => record).filter((record) => record.store === store.code)
  const count = (fits: (record: RequestRecord) => boolean) => records.filter(fits).length
  return {
    counts: {
      opened: count(({ openedAt }) => onDay(openedAt)),
      submitted: count(({ submittedAt }) => onDay(submittedAt)),
      completed: count(({ state, endedAt }) => state === 'completed' && onDay(endedAt)),
      endedOtherwise: count(({ state, endedAt }) => state !== 'completed' && onDay(endedAt)),
      cards: count(
        (record) => record.card !== null && onDay(noteOfKind(record, 'card_return')?.at),
      ),
      receipts: count((record) => onDay(noteOfKind(record, 'receipt')?.at)),
    },
    rows: rows.sort((one, other) => other.findings.length - one.findings.length),
    bags,
  }
}
