import type { CardType, Channel } from '@/lib/domain/coded-values'
import { audit } from '@/lib/db/audit'
import { Prisma, type Transaction, transaction } from '@/lib/db/client'
import { queueJob } from '@/lib/db/queue'
import { type Result, done, refused } from '@/lib/result'
import { checkDraft } from '../checks'
import { contentOf, draftSchema } from '../draft'
import { linkTargets } from '../queries/targets'
import { type GuideContent, guideContent } from '../schemas'
import { type GuideRefusal, type GuideWritten, lockGuide } from './drafts'
import { keepVersion, shownContent, tellEditors } from './draft-versions'

/**
 * Maximum clock difference in milliseconds between this machine and the database, which decides
 * when the job is due.
 */
const clocksApart = 60_000

type GuideKey = {
  cardType: CardType
  channel: Channel
  carrier: string | null
  region: string | null
}

/** A guide of which a revision was published: the number of that revision. */
export type GuidePublished = Result<{ guideId: string; number: number }, GuideRefusal>

/** Publishes an initial guide of a new installation. */
export async function publishSeed(key: GuideKey, content: GuideContent, now: Date): Promise<void> {
  await transaction(async (tx) => {
    const { id } = await tx.guide.create({ data: key })
    await addRevision(tx, {
      by: null,
      guideId: id,
      content: guideContent.parse(content),
      levelWithId: null,
      note: 'seed',
      now,
    })
  })
}

/**
 * Publishes the draft as the next revision; refused while a check fails or a publication is
 * scheduled. Running requests keep their revision.
 */
export const publishDraft = (by: string, guideId: string, seen: number, note: string, now: Date) =>
  transaction(async (tx): Promise<GuidePublished> => {
    const ready = await readyDraft(tx, by, guideId, seen)
    if (!ready.ok) return ready
    const number = await publishContent(tx, { by, guideId, content: ready.value, note, now })
    return done({ guideId, number })
  })

/** Schedules the draft's publication and locks the draft until then. The worker publishes it. */
export const planDraft = (
  by: string,
  guideId: string,
  seen: number,
  note: string,
  at: Date,
  now: Date,
) =>
  transaction(async (tx): Promise<GuideWritten> => {
    if (at <= now) return refused({ code: 'invalid', errors: { at: 'moment_passed' } })
    const ready = await readyDraft(tx, by, guideId, seen)
    if (!ready.ok) return ready
    await tx.guideDraft.update({
      where: { guideId },
      data: {
        plannedAt: at,
        plannedNote: note,
        plannedBy: by,
        planFailedAt: null,
        version: seen + 1,
      },
    })
    await tellEditors(tx, guideId, seen + 1, by)
    await queueJob(tx, 'publish_planned', { guideId }, { key: `publish_planned ${guideId}`, at })
    await audit(
      tx,
      { by, what: 'guide.plan', subject: guideId, before: null, after: { at, note } },
      now,
    )
    return done({ guideId })
  })

/** Cancels a scheduled publication; the draft can be edited again. */
export const unplanDraft = (by: string, guideId: string, now: Date) =>
  transaction(async (tx): Promise<GuideWritten> => {
    await lockGuide(tx, guideId)
    const draft = await tx.guideDraft.findUnique({ where: { guideId } })
    if (!draft?.plannedAt) return refused({ code: 'setting_changed' })
    await tx.guideDraft.update({
      where: { guideId },
      data: { plannedAt: null, plannedNote: null, plannedBy: null, version: draft.version + 1 },
    })
    await tellEditors(tx, guideId, draft.version + 1, by)
    await audit(
      tx,
      {
        by,
        what: 'guide.plan',
        subject: guideId,
        before: { at: draft.plannedAt, note: draft.plannedNote },
        after: null,
      },
      now,
    )
    return done({ guideId })
  })

/**
 * Publishes a draft whose scheduled time has come; `false` when there is none, or not yet. If a
 * check fails at that moment (a linked page is gone), the schedule ends and the draft is marked as
 * failed.
 */
export const publishPlanned = (guideId: string, now: Date) =>
  transaction(async (tx): Promise<boolean> => {
    await lockGuide(tx, guideId)
    const draft = await tx.guideDraft.findUnique({ where: { guideId } })
    if (
      !draft?.plannedAt ||
      !draft.plannedBy ||
      draft.plannedAt.getTime() > now.getTime() + clocksApart
    )
      return false
    await tx.guideDraft.update({
      where: { guideId },
      data: { plannedAt: null, plannedNote: null, plannedBy: null },
    })
    const ready = await readyDraft(tx, null, guideId, draft.version)
    if (ready.ok)
      await publishContent(tx, {
        by: draft.plannedBy,
        guideId,
        content: ready.value,
        note: draft.plannedNote ?? '',
        now,
      })
    else {
      const version = draft.version + 1
      await tx.guideDraft.update({ where: { guideId }, data: { planFailedAt: now, version } })
      await tellEditors(tx, guideId, version, null)
    }
    return ready.ok
  })

/**
 * Rolls back: publishes an earlier revision again as the next one. Refused where `live`, the one
 * that the author compared it with, is no longer in force.
 */
export const republish = (
  by: string,
  guideId: string,
  { number, live }: { number: number; live: number },
  note: string,
  now: Date,
) =>
  transaction(async (tx): Promise<GuidePublished> => {
    await lockGuide(tx, guideId)
    const earlier = await tx.revision.findUnique({ where: { guideId_number: { guideId, number } } })
    if (!earlier) return refused({ code: 'not_found' })
    if ((await tx.revision.count({ where: { guideId } })) !== live)
      return refused({ code: 'setting_changed' })
    const content = guideContent.parse(earlier.content)
    const { levelWithId } = earlier
    const published = await addRevision(tx, { by, guideId, content, levelWithId, note, now })
    // An editor that still shows the previous revision rests on it; an existing draft stays.
    const draft = await tx.guideDraft.findUnique({ where: { guideId } })
    if (draft && !draft.content) await showLive(tx, by, guideId, now)
    return done({ guideId, number: published })
  })

/**
 * The draft as a revision's content, if no check fails and `by` (null: the worker) has nothing left
 * to decide.
 */
async function readyDraft(
  tx: Transaction,
  by: string | null,
  guideId: string,
  seen: number,
): Promise<Result<GuideContent, GuideRefusal>> {
  const guide = await lockGuide(tx, guideId)
  const draft = await tx.guideDraft.findUnique({ where: { guideId } })
  if (!guide || !draft?.content) return refused({ code: 'not_found' })
  if (draft.version !== seen) return refused({ code: 'setting_changed' })
  if (draft.plannedAt) return refused({ code: 'guide_planned' })
  if (by && (await tx.guideDraftConflict.count({ where: { guideId, accountId: by } })))
    return refused({ code: 'guide_undecided' })
  const written = draftSchema.parse(draft.content)
  const ready = guideContent.safeParse(contentOf(written))
  const faults = checkDraft(
    written,
    guide.cardType as CardType,
    guide.channel as Channel,
    await linkTargets(written, tx),
  )
  return ready.success && faults.length === 0 ? done(ready.data) : refused({ code: 'guide_faulty' })
}

type NewRevision = {
  by: string | null
  guideId: string
  content: GuideContent
  /** The revision of the wider guide that it is level with; null for a general guide. */
  levelWithId: string | null
  note: string
  now: Date
}

async function publishContent(
  tx: Transaction,
  revision: Omit<NewRevision, 'levelWithId'>,
): Promise<number> {
  const { by, guideId, now } = revision
  const [draft, live] = await Promise.all([
    tx.guideDraft.findUnique({ where: { guideId }, select: { levelWithId: true } }),
    tx.revision.findFirst({
      where: { guideId },
      orderBy: { number: 'desc' },
      select: { levelWithId: true },
    }),
  ])
  const levelWithId = draft?.levelWithId ?? live?.levelWithId ?? null
  const number = await addRevision(tx, { ...revision, levelWithId })
  await showLive(tx, by, guideId, now)
  return number
}

/** Ends the draft: from this version on, editors show the live guide. */
async function showLive(tx: Transaction, by: string | null, guideId: string, now: Date) {
  const { version } = await tx.guideDraft.update({
    where: { guideId },
    data: {
      content: Prisma.DbNull,
      version: { increment: 1 },
      planFailedAt: null,
      levelWithId: null,
    },
  })
  const content = await shownContent(tx, guideId, null)
  await keepVersion(tx, { guideId, version, content, by, now })
  await tellEditors(tx, guideId, version, by)
}

/** Adds the next revision and returns its number. */
async function addRevision(
  tx: Transaction,
  { by, guideId, content, levelWithId, note, now }: NewRevision,
): Promise<number> {
  const number = (await tx.revision.count({ where: { guideId } })) + 1
  await tx.revision.create({
    data: {
      guideId,
      number,
      note,
      publishedAt: now,
      authorId: by,
      content: content as Prisma.InputJsonObject,
      levelWithId,
    },
  })
  if (by)
    await audit(
      tx,
      {
        by,
        what: 'guide.publish',
        subject: guideId,
        before: { revision: number - 1 },
        after: { revision: number, note },
      },
      now,
    )
  return number
}
