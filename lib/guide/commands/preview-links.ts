import { audit } from '@/lib/db/audit'
import { transaction } from '@/lib/db/client'
import { type Result, done, refused } from '@/lib/result'
import { hashOfPreviewKey, newPreviewKey, previewLinkHours } from '../preview-key'
import { type GuideRefusal, lockGuide } from './drafts'

/**
 * Makes a link by which colleagues see what a guide's draft will look like, for a day; returns its
 * key, of which only a hash is kept. Links that are over go, of whatever guide.
 */
export const makePreviewLink = (by: string, guideId: string, now: Date) =>
  transaction(async (tx): Promise<Result<{ key: string }, GuideRefusal>> => {
    if (!(await lockGuide(tx, guideId))) return refused({ code: 'not_found' })
    await tx.guidePreviewLink.deleteMany({ where: { expiresAt: { lte: now } } })
    const key = newPreviewKey()
    const expiresAt = new Date(now.getTime() + previewLinkHours * 3_600_000)
    const keyHash = hashOfPreviewKey(key)
    await tx.guidePreviewLink.create({
      data: { guideId, keyHash, madeAt: now, madeBy: by, expiresAt },
    })
    await audit(
      tx,
      { by, what: 'guide.share', subject: guideId, before: null, after: { until: expiresAt } },
      now,
    )
    return done({ key })
  })

/** Ends a link before its day is over. */
export const endPreviewLink = (by: string, guideId: string, id: string, now: Date) =>
  transaction(async (tx): Promise<Result<{ guideId: string }, GuideRefusal>> => {
    const link = await tx.guidePreviewLink.findFirst({ where: { id, guideId } })
    if (!link) return refused({ code: 'setting_changed' })
    await tx.guidePreviewLink.delete({ where: { id } })
    await audit(
      tx,
      {
        by,
        what: 'guide.share',
        subject: guideId,
        before: { until: link.expiresAt },
        after: null,
      },
      now,
    )
    return done({ guideId })
  })
