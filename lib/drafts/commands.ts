import { database } from '@/lib/db/client'
import { keyService } from '@/lib/db/key-service'
import { personHashes } from '@/lib/db/person-hashes'
import { draftPlace } from './queries'
import { type DraftFields, draftDays } from './schemas'

const maxDraftsPerAccount = 50

/** Saves a draft, encrypted; false when the account has too many already. */
export async function keepDraft(
  accountId: string,
  place: string,
  fields: DraftFields,
  now: Date,
): Promise<boolean> {
  const known = await database().draft.count({ where: { accountId, place: { not: place } } })
  if (known >= maxDraftsPerAccount) return false
  const sealed = new Uint8Array(
    keyService().wrap(draftPlace(accountId, place), Buffer.from(JSON.stringify(fields))),
  )
  const persons = await personHashes(fields.map(([, value]) => value))
  const written = { sealed, persons, updatedAt: now }
  const where = { accountId_place: { accountId, place } }
  const create = { accountId, place, ...written }
  await database().draft.upsert({ where, create, update: written })
  return true
}

/** Deletes a draft that was submitted or discarded. */
export const forgetDraft = async (accountId: string, place: string) =>
  void (await database().draft.deleteMany({ where: { accountId, place } }))

/** Deletes expired drafts. */
export const clearDrafts = async (now: Date) =>
  void (await database().draft.deleteMany({
    where: { updatedAt: { lt: new Date(now.getTime() - draftDays * 86_400_000) } },
  }))
