import { database } from '@/lib/db/client'
import { keyService } from '@/lib/db/key-service'
import type { DraftFields } from './schemas'

/** Where a draft is sealed: a person's own, at one place. */
export const draftPlace = (accountId: string, place: string) => `draft|${accountId}|${place}`

/** What somebody was writing at a place, wherever they did; null when there is nothing. */
export async function draftAt(
  accountId: string,
  place: string,
): Promise<{ fields: DraftFields; at: Date } | null> {
  const row = await database().draft.findUnique({
    where: { accountId_place: { accountId, place } },
  })
  return (
    row && {
      fields: JSON.parse(
        keyService().unwrap(draftPlace(accountId, place), row.sealed).toString(),
      ) as DraftFields,
      at: row.updatedAt,
    }
  )
}
