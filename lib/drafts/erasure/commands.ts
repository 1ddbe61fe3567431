import { sql } from 'kysely'
import type { RequestErasure } from '@/lib/cancellation/rules/change'
import type { SqlTransaction } from '@/lib/db/sql'

type Hashes = readonly Uint8Array<ArrayBuffer>[]

/** Deletes all drafts about a request or containing one of these persons. Returns how many. */
export const eraseDrafts = async (
  tx: SqlTransaction,
  reference: string | null,
  persons: Hashes,
): Promise<number> => {
  const erased = await tx
    .deleteFrom('draft')
    .where((where) =>
      where.or([
        sql<boolean>`persons && ${[...persons]}::bytea[]`,
        ...(reference ? [where('place', 'like', `requests/${reference}/%`)] : []),
      ]),
    )
    .returning('place')
    .execute()
  return erased.length
}

/** Takes away what anybody was writing about an erased request, or with its person in it. */
export const eraseDraftsOn = (tx: SqlTransaction, { reference, persons }: RequestErasure) =>
  eraseDrafts(tx, reference, persons)
