import { sql } from 'kysely'
import { type SqlDatabase, sqlDatabase } from '@/lib/db/sql'
import { openDataKeys, openRow } from '../crypto/encrypted-fields'
import { type SealedRow, keysOfRow, sealedColumns } from './opened'

type Row = SealedRow & Record<'nameZh' | 'nameEn' | 'carrierZh' | 'carrierEn', string>
/** The data that a customer's notice is built from, with the request's remaining keys. */
export type NoticeData = ReturnType<typeof noticeDataFrom>

/**
 * The data for customers' notices by request id, in one statement; inside a transaction pass it as
 * `by`.
 */
export async function noticeDataByRequest(
  ids: readonly string[],
  database: SqlDatabase = sqlDatabase(),
): Promise<Map<string, NoticeData>> {
  const { rows } = await sql<Row>`
    select ${sealedColumns()}, s.name_zh as "nameZh", s.name_en as "nameEn",
      c.name_zh as "carrierZh", c.name_en as "carrierEn"
    from request r join store s on s.id = r.store_id join carrier c on c.code = r.carrier
    where r.id = any(${[...new Set(ids)]}::uuid[])`.execute(database)
  return new Map(rows.map((row) => [row.id, noticeDataFrom(row)]))
}

/** The same for one request; null when there is none. */
export const noticeDataOf = async (
  id: string,
  database?: SqlDatabase,
): Promise<NoticeData | null> => (await noticeDataByRequest([id], database)).get(id) ?? null

function noticeDataFrom(row: Row) {
  const keys = openDataKeys(row.id, keysOfRow(row))
  return {
    record: row.record,
    keys,
    store: { nameZh: row.nameZh, nameEn: row.nameEn },
    carrier: { nameZh: row.carrierZh, nameEn: row.carrierEn },
    ...openRow(keys, row.id, row),
  }
}
