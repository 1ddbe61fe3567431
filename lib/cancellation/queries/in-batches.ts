import type { RawBuilder } from 'kysely'
import { sqlDatabase } from '@/lib/db/sql'

const zero = '00000000-0000-0000-0000-000000000000'

/** Rows that a job reads at a time. */
export const batch = 500

/**
 * Iterates over rows in id order, `batch` at a time; `after` is the condition for the rows after an
 * id.
 */
export async function* inBatches<R extends { id: string }>(
  after: (id: string) => RawBuilder<R>,
): AsyncGenerator<R> {
  for (let last = zero; ; ) {
    const { rows } = await after(last).execute(sqlDatabase())
    yield* rows
    if (rows.length < batch) return
    last = rows.at(-1)?.id ?? zero
  }
}
