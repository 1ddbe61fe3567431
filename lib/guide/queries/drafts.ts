import { accountNames } from '@/lib/accounts/queries'
import { type Transaction, database } from '@/lib/db/client'
import { type GuideDraftContent, draftSchema } from '../draft'
import type { OpenConflict } from '../own-words'
import type { GuidePlace } from '../place'

/** Days that a draft can be restored after it was discarded, and a version after the next one. */
export const discardedDays = 30

/** The conflicts that an editor has not decided yet; `by` is an account. */
export async function openConflicts(
  tx: Transaction,
  guideId: string,
  accountId: string,
): Promise<OpenConflict[]> {
  const rows = await tx.guideDraftConflict.findMany({
    where: { guideId, accountId },
    orderBy: [{ section: 'asc' }, { rowId: 'asc' }, { field: 'asc' }, { language: 'desc' }],
  })
  return rows.map(({ section, rowId, field, language, mine, theirBy, theirAt }) => ({
    section: section as GuidePlace['section'],
    row: rowId || null,
    field: field || null,
    language: (language || null) as GuidePlace['language'],
    mine,
    their: { by: theirBy, at: theirAt.toISOString() },
  }))
}

/** The same, with the names of those whose words were saved first. */
export const conflictsOf = async (guideId: string, accountId: string) =>
  withNames(await openConflicts(database(), guideId, accountId))

/** Conflicts with names instead of accounts. */
export async function withNames(conflicts: readonly OpenConflict[]): Promise<OpenConflict[]> {
  const names = await accountNames(conflicts.flatMap(({ their }) => their.by ?? []))
  return conflicts.map((one) => ({
    ...one,
    their: { ...one.their, by: names.get(one.their.by ?? '') ?? null },
  }))
}

export type EarlierDraft = {
  version: number
  content: GuideDraftContent
  discardedAt: string
  discardedBy: string | null
}

/** The drafts that were discarded in the last 30 days, newest first. */
export async function earlierDrafts(guideId: string, now: Date): Promise<EarlierDraft[]> {
  const rows = await database().guideDraftVersion.findMany({
    where: {
      guideId,
      discardedAt: { gt: new Date(now.getTime() - discardedDays * 86_400_000) },
    },
    orderBy: { version: 'desc' },
  })
  const names = await accountNames(rows.flatMap(({ discardedBy }) => discardedBy ?? []))
  return rows.map(({ version, content, discardedAt, discardedBy }) => ({
    version,
    content: draftSchema.parse(content),
    discardedAt: (discardedAt as Date).toISOString(),
    discardedBy: names.get(discardedBy ?? '') ?? null,
  }))
}
