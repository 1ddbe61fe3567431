import type { CardType, Channel } from '@/lib/cancellation/words'
import { database } from '@/lib/db/client'
import { accountNames } from '@/lib/accounts/queries'
import { inLocale } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'
import { type GuideDraftContent, draftSchema } from './draft'
import { narrowest } from './resolve'
import { type GuideContent, guideContent } from './schemas'

export type PublishedRevision = { id: string; number: number; publishedAt: Date; content: GuideContent }

// A published revision never changes (the database refuses it), so what was read once stays right.
const read = new Map<string, PublishedRevision>()

/** A revision by its id; throws when there is none. */
export async function publishedRevision(id: string): Promise<PublishedRevision> {
  const known = read.get(id)
  if (known) return known
  const row = await database().revision.findUniqueOrThrow({ where: { id } })
  const revision = { id: row.id, number: row.number, publishedAt: row.publishedAt, content: guideContent.parse(row.content) }
  read.set(id, revision)
  return revision
}

/** The revision that a request for this path begins with now: the narrowest guide's newest. Null without a guide. */
export async function guideFor(cardType: CardType, channel: Channel, carrier: string, region: string): Promise<PublishedRevision | null> {
  const guides = await database().guide.findMany({
    where: { cardType, channel, OR: [{ carrier: null }, { carrier }] },
    include: { revisions: { orderBy: { number: 'desc' }, take: 1, select: { id: true } } },
  })
  const chosen = narrowest(guides.filter((guide) => guide.revisions.length > 0), carrier, region)
  const newest = chosen?.revisions[0]
  return newest ? publishedRevision(newest.id) : null
}

/** The guide for everyone on this path, as the public pages show it. */
export const generalGuide = (cardType: CardType, channel: Channel) => guideFor(cardType, channel, '', '')

/** What each step is called in the guides of today, by its id. */
export async function stepNames(locale: Locale): Promise<Record<string, string>> {
  return Object.fromEntries((await newestRevisions()).flatMap(({ content }) => content.steps.map(({ id, title }) => [id, inLocale(locale, title)])))
}

/** What the materials are called that may be waived: those that prove nothing, by their ids, over the guides of today. */
export async function materialNames(locale: Locale): Promise<Record<string, string>> {
  const materials = (await newestRevisions()).flatMap(({ content }) => content.materials)
  return Object.fromEntries(materials.filter(({ proves, notNoted }) => !proves && !notNoted).map(({ id, title }) => [id, inLocale(locale, title)]))
}

async function newestRevisions(): Promise<PublishedRevision[]> {
  const guides = await database().guide.findMany({ include: { revisions: { orderBy: { number: 'desc' }, take: 1, select: { id: true } } } })
  return Promise.all(guides.flatMap(({ revisions: [newest] }) => (newest ? [publishedRevision(newest.id)] : [])))
}

export type GuideRow = { id: string; cardType: CardType; channel: Channel; carrier: string | null; region: string | null; revision: number | null; drafted: boolean }

/** All guides: for everyone first, then the narrower ones. */
export async function allGuides(): Promise<GuideRow[]> {
  const rows = await database().guide.findMany({
    include: newest,
    orderBy: [{ carrier: { sort: 'asc', nulls: 'first' } }, { region: { sort: 'asc', nulls: 'first' } }, { cardType: 'desc' }, { channel: 'asc' }],
  })
  return rows.map(guideRow)
}

const newest = { revisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } }, draft: { select: { version: true } } } as const

type FoundGuide = { id: string; cardType: string; channel: string; carrier: string | null; region: string | null; revisions: { number: number }[]; draft: object | null }
const guideRow = ({ id, cardType, channel, carrier, region, revisions, draft }: FoundGuide): GuideRow => ({
  id, cardType: cardType as CardType, channel: channel as Channel, carrier, region, revision: revisions[0]?.number ?? null, drafted: draft !== null,
})

export type GuideToEdit = GuideRow & {
  live: GuideContent | null
  draft: { content: GuideDraftContent; version: number; updatedAt: string; updatedBy: string | null } | null
  revisions: { number: number; publishedAt: string; author: string | null; note: string; running: number }[]
}

/** A guide with its draft and all its revisions, and how many running requests keep each; null when there is none. */
export async function guideToEdit(id: string): Promise<GuideToEdit | null> {
  const found = await database().guide.findUnique({ where: { id }, include: newest })
  if (!found) return null
  const row = guideRow(found)
  const [draft, revisions] = await Promise.all([database().guideDraft.findUnique({ where: { guideId: id } }), database().revision.findMany({ where: { guideId: id }, orderBy: { number: 'desc' } })])
  const running = await database().request.groupBy({ by: ['revisionId'], where: { revisionId: { in: revisions.map((revision) => revision.id) }, endedAt: null }, _count: true })
  const names = await accountNames([...revisions.map(({ authorId }) => authorId), draft?.updatedBy].flatMap((author) => author ?? []))
  return {
    ...row,
    live: revisions[0] ? guideContent.parse(revisions[0].content) : null,
    draft: draft && { content: draftSchema.parse(draft.content), version: draft.version, updatedAt: draft.updatedAt.toISOString(), updatedBy: names.get(draft.updatedBy) ?? null },
    revisions: revisions.map(({ id: revisionId, number, publishedAt, authorId, note }) => ({
      number, publishedAt: publishedAt.toISOString(), author: names.get(authorId ?? '') ?? null, note, running: running.find((one) => one.revisionId === revisionId)?._count ?? 0,
    })),
  }
}
