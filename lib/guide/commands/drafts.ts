import type { CardType, Channel } from '@/lib/domain/coded-values'
import { audit } from '@/lib/db/audit'
import { Prisma, type Transaction, transaction } from '@/lib/db/client'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import type { GuideDraftContent } from '../draft'

export type GuideRefusal = Refusal<
  | 'not_found'
  | 'setting_changed'
  | 'guide_faulty'
  | 'guide_there'
  | 'guide_planned'
  | 'guide_general'
  | 'carrier_unknown'
  | 'invalid'
>
export type GuideWritten = Result<{ guideId: string }, GuideRefusal>

/**
 * Saves a draft and returns its new version; `seen` is the version that the author saw, 0 for none,
 * so that concurrent edits do not overwrite each other. Refused while its publication is scheduled.
 */
export const saveDraft = (
  by: string,
  guideId: string,
  content: GuideDraftContent,
  seen: number,
  now: Date,
) =>
  transaction(async (tx): Promise<Result<{ guideId: string; seen: number }, GuideRefusal>> => {
    if (!(await lockGuide(tx, guideId))) return refused({ code: 'not_found' })
    const before = await tx.guideDraft.findUnique({ where: { guideId } })
    if (before?.plannedAt) return refused({ code: 'guide_planned' })
    if ((before?.version ?? 0) !== seen) return refused({ code: 'setting_changed' })
    const data = {
      content: content as Prisma.InputJsonObject,
      version: seen + 1,
      updatedAt: now,
      updatedBy: by,
    }
    await tx.guideDraft.upsert({ where: { guideId }, create: { guideId, ...data }, update: data })
    return done({ guideId, seen: seen + 1 })
  })

/** Discards a draft. */
export const dropDraft = (guideId: string, seen: number) =>
  transaction(async (tx): Promise<GuideWritten> => {
    const { count } = await tx.guideDraft.updateMany({
      where: { guideId, version: seen, plannedAt: null },
      data: { content: Prisma.DbNull, version: seen + 1, planFailedAt: null },
    })
    return count ? done({ guideId }) : refused({ code: 'setting_changed' })
  })

type Key = { cardType: CardType; channel: Channel; carrier: string | null; region: string | null }

/**
 * Adds a guide for a carrier, a region or both, with a draft copied from what applied there before.
 */
export const narrowGuide = (by: string, key: Key, from: GuideDraftContent, now: Date) =>
  transaction(async (tx): Promise<GuideWritten> => {
    const known =
      (!key.carrier || (await tx.carrier.count({ where: { code: key.carrier } }))) &&
      (!key.region || (await tx.region.count({ where: { code: key.region } })))
    if (!known) return refused({ code: 'carrier_unknown' })
    if (await tx.guide.findFirst({ where: key })) return refused({ code: 'guide_there' })
    const { id } = await tx.guide.create({ data: key })
    await tx.guideDraft.create({
      data: {
        guideId: id,
        content: from as Prisma.InputJsonObject,
        version: 1,
        updatedAt: now,
        updatedBy: by,
      },
    })
    await audit(tx, { by, what: 'guide.narrow', subject: id, before: null, after: key }, now)
    return done({ guideId: id })
  })

/**
 * Retires or restores a narrower guide: its revisions stay, and so do the requests that use them.
 * The general guide cannot be retired.
 */
export const retireGuide = (by: string, guideId: string, retired: boolean, now: Date) =>
  transaction(async (tx): Promise<GuideWritten> => {
    const guide = await lockGuide(tx, guideId)
    if (!guide) return refused({ code: 'not_found' })
    if (!guide.carrier && !guide.region) return refused({ code: 'guide_general' })
    await tx.guide.update({
      where: { id: guideId },
      data: { retiredAt: retired ? now : null },
      select: { id: true },
    })
    await audit(
      tx,
      {
        by,
        what: 'guide.retire',
        subject: guideId,
        before: { retired: guide.retiredAt !== null },
        after: { retired },
      },
      now,
    )
    return done({ guideId })
  })

/**
 * Locks a guide until the transaction ends. The app's role has no UPDATE privilege on the row, so
 * it cannot lock it with `for update`; an advisory lock is used instead.
 */
export async function lockGuide(tx: Transaction, guideId: string) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`guide ${guideId}`}, 0))`
  return tx.guide.findUnique({ where: { id: guideId } })
}
