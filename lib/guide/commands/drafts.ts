import type { CardType, Channel } from '@/lib/domain/coded-values'
import { audit } from '@/lib/db/audit'
import { Prisma, type Transaction, transaction } from '@/lib/db/client'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { type GuideDraftContent, draftSchema } from '../draft'
import { same } from '../merge'
import { type Decision, type OpenConflict, type OwnWords, mergedSave } from '../own-words'
import type { GuidePlace } from '../place'
import { openConflicts } from '../queries/drafts'
import { guideFor } from '../queries/published'
import { changedSince, contentAt, keepVersion, shownContent, tellEditors } from './draft-versions'

export type GuideRefusal = Refusal<
  | 'not_found'
  | 'setting_changed'
  | 'guide_faulty'
  | 'guide_there'
  | 'guide_planned'
  | 'guide_undecided'
  | 'guide_general'
  | 'carrier_unknown'
  | 'invalid'
>
export type GuideWritten = Result<{ guideId: string }, GuideRefusal>

export type DraftSaved = {
  guideId: string
  /** The draft's version now, on which the next save rests. */
  seen: number
  /** The draft now, with what others saved meanwhile. */
  content: GuideDraftContent
  /** What the editor has to decide; `their.by` is an account. */
  conflicts: OpenConflict[]
}
type Saving = {
  /** The page's own id of this save: one that comes again takes effect once. */
  saveId?: string
  /** Places where the editor's words differ from others' that the page took in meanwhile. */
  own?: readonly GuidePlace[]
  decisions?: readonly Decision[]
  /** Only to see what others saved: begins no draft where nothing was written. */
  look?: boolean
}

/**
 * Saves a draft and gives what it is afterwards. `seen` is the version that the author saw, 0 for
 * none: what others saved since is merged (docs/adr/0049). Where others' words were saved first,
 * theirs stand, and the author's are kept as a conflict until the author decides. Refused while the
 * publication is scheduled (`guide_planned`), and with `setting_changed` where that version is not
 * kept any more.
 */
export const saveDraft = (
  by: string,
  guideId: string,
  content: GuideDraftContent,
  seen: number,
  now: Date,
  { saveId, own = [], decisions = [], look = false }: Saving = {},
) =>
  transaction(async (tx): Promise<Result<DraftSaved, GuideRefusal>> => {
    if (!(await lockGuide(tx, guideId))) return refused({ code: 'not_found' })
    const before = await tx.guideDraft.findUnique({ where: { guideId } })
    if (before?.plannedAt) return refused({ code: 'guide_planned' })
    const current = await shownContent(tx, guideId, before)
    const version = before?.version ?? 0
    const open = await openConflicts(tx, guideId, by)
    if (saveId && (await tx.guideDraftVersion.findFirst({ where: { guideId, saveId } })))
      return done({ guideId, seen: version, content: current, conflicts: open })
    const base = seen >= version ? current : await contentAt(tx, guideId, seen)
    if (!base) return refused({ code: 'setting_changed' })

    const save = { base, current, form: content, open, own, decisions }
    const merged = mergedSave(save)
    const conflicts = await named(tx, {
      guideId,
      seen,
      conflicts: merged.undecided,
      otherwise: { by: before?.updatedBy ?? null, at: before?.updatedAt ?? now },
    })
    await keepConflicts(tx, guideId, by, open, conflicts)

    if (same(merged.content, current) && (before?.content || look))
      return done({ guideId, seen: version, content: current, conflicts })
    if (!before) await keepVersion(tx, { guideId, version: 0, content: current, by: null, now })
    await writeDraft(tx, {
      guideId,
      version: version + 1,
      content: merged.content,
      by,
      now,
      saveId,
    })
    return done({ guideId, seen: version + 1, content: merged.content, conflicts })
  })

/** The conflicts with who saved the other words and when: since `seen`, or as it was known. */
async function named(
  tx: Transaction,
  of: {
    guideId: string
    seen: number
    conflicts: readonly (OwnWords & { their?: OpenConflict['their'] })[]
    otherwise: { by: string | null; at: Date }
  },
): Promise<OpenConflict[]> {
  const changes = await changedSince(tx, of.guideId, of.seen, of.conflicts)
  return of.conflicts.map(({ section, row, field, language, mine, their }, n) => {
    const { by, at } = changes[n] ?? of.otherwise
    return {
      ...{ section, row, field, language, mine: mine ?? null },
      their: (changes[n] ? null : their) ?? { by, at: at.toISOString() },
    }
  })
}

async function keepConflicts(
  tx: Transaction,
  guideId: string,
  accountId: string,
  before: readonly OpenConflict[],
  after: readonly OpenConflict[],
) {
  if (before.length) await tx.guideDraftConflict.deleteMany({ where: { guideId, accountId } })
  if (after.length)
    await tx.guideDraftConflict.createMany({
      data: after.map(({ section, row, field, language, mine, their }) => ({
        guideId,
        accountId,
        section,
        rowId: row ?? '',
        field: field ?? '',
        language: language ?? '',
        mine: mine === null ? Prisma.DbNull : (mine as Prisma.InputJsonValue),
        theirAt: new Date(their.at),
        theirBy: their.by,
      })),
    })
}

type Written = {
  guideId: string
  version: number
  content: GuideDraftContent
  by: string
  now: Date
  saveId?: string
  /** The wider guide's revision that it is level with; left out, that stays as it was. */
  levelWithId?: string | null
}
/** Writes the next version of a draft, in the transaction of whoever makes it. */
export async function writeDraft(tx: Transaction, written: Written) {
  const { guideId, version, content, by, now, levelWithId } = written
  const data = {
    content: content as Prisma.InputJsonObject,
    version,
    updatedAt: now,
    updatedBy: by,
    levelWithId,
  }
  await tx.guideDraft.upsert({ where: { guideId }, create: { guideId, ...data }, update: data })
  await keepVersion(tx, written)
  await tellEditors(tx, guideId, version, by)
}

/** Discards a draft; it can be restored for 30 days. The author's undecided words go with it. */
export const dropDraft = (by: string, guideId: string, seen: number, now: Date) =>
  transaction(async (tx): Promise<GuideWritten> => {
    await lockGuide(tx, guideId)
    const draft = await tx.guideDraft.findUnique({ where: { guideId } })
    if (!draft?.content || draft.version !== seen || draft.plannedAt)
      return refused({ code: 'setting_changed' })
    await markDiscarded(tx, by, guideId, seen, now)
    await tx.guideDraft.update({
      where: { guideId },
      data: { content: Prisma.DbNull, version: seen + 1, planFailedAt: null, levelWithId: null },
    })
    await tx.guideDraftConflict.deleteMany({ where: { guideId, accountId: by } })
    const live = await shownContent(tx, guideId, null)
    await keepVersion(tx, { guideId, version: seen + 1, content: live, by, now })
    await tellEditors(tx, guideId, seen + 1, by)
    await audit(tx, { by, what: 'guide.discard', subject: guideId, before: null, after: null }, now)
    return done({ guideId })
  })

async function markDiscarded(
  tx: Transaction,
  by: string,
  guideId: string,
  version: number,
  now: Date,
) {
  const last = await tx.guideDraftVersion.findFirst({
    where: { guideId, version: { lte: version } },
    orderBy: { version: 'desc' },
    select: { version: true },
  })
  if (last)
    await tx.guideDraftVersion.update({
      where: { guideId_version: { guideId, version: last.version } },
      data: { discardedAt: now, discardedBy: by },
    })
}

/**
 * Makes a discarded draft the draft again. One that there is takes its place among the discarded,
 * so that nothing is lost either way.
 */
export const restoreDraft = (
  by: string,
  guideId: string,
  earlier: number,
  seen: number,
  now: Date,
) =>
  transaction(async (tx): Promise<GuideWritten> => {
    await lockGuide(tx, guideId)
    const draft = await tx.guideDraft.findUnique({ where: { guideId } })
    const where = { guideId_version: { guideId, version: earlier } }
    const discarded = await tx.guideDraftVersion.findUnique({ where })
    if (!draft || !discarded?.discardedAt) return refused({ code: 'not_found' })
    if (draft.plannedAt) return refused({ code: 'guide_planned' })
    if (draft.version !== seen) return refused({ code: 'setting_changed' })
    if (draft.content) await markDiscarded(tx, by, guideId, seen, now)
    await tx.guideDraftVersion.update({ where, data: { discardedAt: null, discardedBy: null } })
    const content = draftSchema.parse(discarded.content)
    // How far that one had got is not known any more: as far as the live guide.
    await writeDraft(tx, { guideId, version: seen + 1, content, by, now, levelWithId: null })
    await audit(
      tx,
      { by, what: 'guide.restore_draft', subject: guideId, before: null, after: null },
      now,
    )
    return done({ guideId })
  })

type Key = { cardType: CardType; channel: Channel; carrier: string | null; region: string | null }

/**
 * Adds a guide for a carrier, a region or both, with a draft copied from what applied there before.
 */
export const narrowGuide = (by: string, key: Key, now: Date) =>
  transaction(async (tx): Promise<GuideWritten> => {
    const known =
      (!key.carrier || (await tx.carrier.count({ where: { code: key.carrier } }))) &&
      (!key.region || (await tx.region.count({ where: { code: key.region } })))
    if (!known) return refused({ code: 'carrier_unknown' })
    if (await tx.guide.findFirst({ where: key })) return refused({ code: 'guide_there' })
    const applies = await guideFor(
      key.cardType,
      key.channel,
      key.carrier ?? '',
      key.region ?? '',
      tx,
    )
    if (!applies) return refused({ code: 'not_found' })
    const { id } = await tx.guide.create({ data: key })
    const content = draftSchema.parse(applies.content)
    await writeDraft(tx, { guideId: id, version: 1, content, by, now, levelWithId: applies.id })
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
