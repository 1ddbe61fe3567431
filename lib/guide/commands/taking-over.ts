import { transaction } from '@/lib/db/client'
import { done, refused } from '@/lib/result'
import { draftSchema } from '../draft'
import { standingsOf } from '../queries/known-guides'
import { publishedRevision } from '../queries/published'
import { type Choice, takenOver } from '../taking-over'
import { keepVersion, shownContent } from './draft-versions'
import { type GuideWritten, lockGuide, writeDraft } from './drafts'

type Asked = {
  /** The newest revision of the wider guide, as it was seen. */
  wider: string
  /** The draft's version that was seen, 0 for none. */
  seen: number
  /** By place; what is not named is taken over where it touches no words of the guide's own. */
  choices: ReadonlyMap<string, Choice>
}

/**
 * Takes what the wider guide changed over into the draft of a narrower one, which is then level
 * with it; published like any draft. Refused (`setting_changed`) when either has changed since it
 * was seen, and while a publication is scheduled (`guide_planned`).
 */
export const takeOver = (by: string, guideId: string, { wider, seen, choices }: Asked, now: Date) =>
  transaction(async (tx): Promise<GuideWritten> => {
    const guide = await lockGuide(tx, guideId)
    const standing = guide && (await standingsOf(guide, tx)).get(guideId)
    if (!standing) return refused({ code: 'not_found' })
    const draft = await tx.guideDraft.findUnique({ where: { guideId } })
    if (draft?.plannedAt) return refused({ code: 'guide_planned' })
    const level = draft?.content ? standing.draft : standing.live
    if (standing.wider !== wider || !level || (draft?.version ?? 0) !== seen)
      return refused({ code: 'setting_changed' })
    const contentAt = async (id: string) =>
      draftSchema.parse((await publishedRevision(id, tx)).content)
    const own = await shownContent(tx, guideId, draft)
    if (!draft) await keepVersion(tx, { guideId, version: 0, content: own, by: null, now })
    const content = takenOver(
      await contentAt(level),
      await contentAt(wider),
      own,
      (where) => choices.get(where) ?? 'own',
    )
    await writeDraft(tx, { guideId, version: seen + 1, content, by, now, levelWithId: wider })
    return done({ guideId })
  })
