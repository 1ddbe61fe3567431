import { database } from '@/lib/db/client'
import { keyService } from '@/lib/db/key-service'
import type { DraftFields } from './schemas'

/** Associated data of a draft's ciphertext: its owner and place. */
export const draftPlace = (accountId: string, place: string) => `draft|${accountId}|${place}`

/** A draft of this account at a place; null when there is none. */
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
