import type { CardType, Channel } from '@/lib/cancellation/words'
import { audit } from '@/lib/db/audit'
import { type Prisma, type Transaction, transaction } from '@/lib/db/client'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { checkDraft } from './checks'
import { type GuideDraftContent, contentOf, draftSchema } from './draft'
import { guideContent } from './schemas'

type GuideWritten = Result<{ guideId: string }, Refusal<'not_found' | 'setting_changed' | 'guide_faulty' | 'guide_there' | 'carrier_unknown'>>

/** Keeps a draft; `seen` is the draft's version as its writer saw it, 0 for none: two who write do not overwrite each other. */
export const saveDraft = (by: string, guideId: string, content: GuideDraftContent, seen: number, now: Date) =>
  transaction(async (tx): Promise<GuideWritten> => {
    if (!(await lockGuide(tx, guideId))) return refused({ code: 'not_found' })
    const before = await tx.guideDraft.findUnique({ where: { guideId } })
    if ((before?.version ?? 0) !== seen) return refused({ code: 'setting_changed' })
    const data = { content: content as Prisma.InputJsonObject, version: seen + 1, updatedAt: now, updatedBy: by }
    await tx.guideDraft.upsert({ where: { guideId }, create: { guideId, ...data }, update: data })
    return done({ guideId })
  })

/** Throws a draft away. */
export const dropDraft = (guideId: string, seen: number) =>
  transaction(async (tx): Promise<GuideWritten> => {
    const { count } = await tx.guideDraft.deleteMany({ where: { guideId, version: seen } })
    return count ? done({ guideId }) : refused({ code: 'setting_changed' })
  })

/** Publishes the draft as the next revision; refused while a check finds something. Running requests keep theirs. */
export const publishDraft = (by: string, guideId: string, seen: number, note: string, now: Date) =>
  transaction(async (tx): Promise<GuideWritten> => {
    const guide = await lockGuide(tx, guideId)
    const draft = await tx.guideDraft.findUnique({ where: { guideId } })
    if (!guide || !draft) return refused({ code: 'not_found' })
    if (draft.version !== seen) return refused({ code: 'setting_changed' })
    const content = draftSchema.parse(draft.content)
    const ready = guideContent.safeParse(contentOf(content))
    if (!ready.success || checkDraft(content, guide.cardType as CardType, guide.channel as Channel).length) return refused({ code: 'guide_faulty' })
    await addRevision(tx, by, guideId, ready.data as Prisma.InputJsonObject, note, now)
    await tx.guideDraft.delete({ where: { guideId } })
    return done({ guideId })
  })

/** Takes back what is live: an earlier revision is published again, as the next one. */
export const republish = (by: string, guideId: string, number: number, note: string, now: Date) =>
  transaction(async (tx): Promise<GuideWritten> => {
    const guide = await lockGuide(tx, guideId)
    const earlier = guide && (await tx.revision.findUnique({ where: { guideId_number: { guideId, number } } }))
    if (!earlier) return refused({ code: 'not_found' })
    await addRevision(tx, by, guideId, earlier.content as Prisma.InputJsonObject, note, now)
    return done({ guideId })
  })

type Key = { cardType: CardType; channel: Channel; carrier: string | null; region: string | null }

/** A guide for a carrier, a region or both; it begins as a draft of what applied there until now. */
export const narrowGuide = (by: string, key: Key, from: GuideDraftContent, now: Date) =>
  transaction(async (tx): Promise<GuideWritten> => {
    const known = (!key.carrier || (await tx.carrier.count({ where: { code: key.carrier } }))) && (!key.region || (await tx.region.count({ where: { code: key.region } })))
    if (!known) return refused({ code: 'carrier_unknown' })
    if (await tx.guide.findFirst({ where: key })) return refused({ code: 'guide_there' })
    const { id } = await tx.guide.create({ data: key })
    await tx.guideDraft.create({ data: { guideId: id, content: from as Prisma.InputJsonObject, version: 1, updatedAt: now, updatedBy: by } })
    await audit(tx, { by, what: 'guide.narrow', subject: id, before: null, after: key }, now)
    return done({ guideId: id })
  })

// The app's role may add guides and never change them, so it cannot lock their rows: a lock of its own stands for one.
async function lockGuide(tx: Transaction, guideId: string) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`guide ${guideId}`}, 0))`
  return tx.guide.findUnique({ where: { id: guideId } })
}

async function addRevision(tx: Transaction, by: string, guideId: string, content: Prisma.InputJsonObject, note: string, now: Date) {
  const number = (await tx.revision.count({ where: { guideId } })) + 1
  await tx.revision.create({ data: { guideId, number, note, publishedAt: now, authorId: by, content } })
  await audit(tx, { by, what: 'guide.publish', subject: guideId, before: { revision: number - 1 }, after: { revision: number, note } }, now)
}
