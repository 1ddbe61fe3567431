import { type Transaction, database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/client'
import { type GuideDraftContent, draftSchema } from '../draft'
import { same } from '../merge'
import { type GuidePlace, valueAt } from '../place'
import { discardedDays } from '../queries/drafts'

/** Keeps what an editor shows at a new version of a guide's draft. */
export async function keepVersion(
  tx: Transaction,
  kept: {
    guideId: string
    version: number
    content: GuideDraftContent
    by: string | null
    now: Date
    saveId?: string
  },
) {
  const { guideId, version, content, by, now, saveId } = kept
  await tx.guideDraftVersion.create({
    data: {
      guideId,
      version,
      content: content as Prisma.InputJsonObject,
      savedAt: now,
      savedBy: by,
      saveId: saveId ?? null,
    },
  })
}

/** Tells the open editors, once the transaction is committed: that this guide's draft changed. */
export const tellEditors = (tx: Transaction, guideId: string, version: number, by: string | null) =>
  tx.$executeRaw`select pg_notify('guide_changed', ${JSON.stringify({ guide: guideId, version, by })})`

/** What an editor shows: the draft, or the live guide where there is none. */
export async function shownContent(
  tx: Transaction,
  guideId: string,
  draft: { content: unknown } | null,
): Promise<GuideDraftContent> {
  if (draft?.content) return draftSchema.parse(draft.content)
  const live = await tx.revision.findFirst({
    where: { guideId },
    orderBy: { number: 'desc' },
    select: { content: true },
  })
  return draftSchema.parse(live?.content ?? {})
}

/** What an editor showed at a version; null where it is not kept any more. */
export async function contentAt(
  tx: Transaction,
  guideId: string,
  version: number,
): Promise<GuideDraftContent | null> {
  const kept = await tx.guideDraftVersion.findFirst({
    where: { guideId, version: { lte: version } },
    orderBy: { version: 'desc' },
    select: { content: true },
  })
  return kept && draftSchema.parse(kept.content)
}

/**
 * Who last changed each place after a version, and when; the places that nobody changed are left
 * out.
 */
export async function changedSince(
  tx: Transaction,
  guideId: string,
  version: number,
  places: readonly GuidePlace[],
): Promise<({ by: string | null; at: Date } | null)[]> {
  if (places.length === 0) return []
  const rows = await tx.guideDraftVersion.findMany({
    where: { guideId, version: { gte: version } },
    orderBy: { version: 'asc' },
  })
  const contents = rows.map((row) => draftSchema.parse(row.content))
  return places.map((place) => {
    const at = rows.findLastIndex((_, n) => {
      const [before, after] = [contents[n - 1], contents[n]]
      return before && after && !same(valueAt(before, place), valueAt(after, place))
    })
    const row = rows[at]
    return row ? { by: row.savedBy, at: row.savedAt } : null
  })
}

/** Deletes the versions of drafts that others followed more than 30 days ago. */
export async function clearDraftVersions(now: Date) {
  const before = new Date(now.getTime() - discardedDays * 86_400_000)
  await database().$executeRaw`
    delete from guide_draft_version v where exists (
      select 1 from guide_draft_version n
      where n.guide_id = v.guide_id and n.version > v.version and n.saved_at < ${before})`
}
