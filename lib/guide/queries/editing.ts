import { accountNames } from '@/lib/accounts/queries'
import type { CardType, Channel } from '@/lib/domain/coded-values'
import { database } from '@/lib/db/client'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { type GuideDraftContent, draftSchema } from '../draft'
import { type GuideContent, guideContent } from '../schemas'

export type GuideRow = {
  id: string
  cardType: CardType
  channel: Channel
  carrier: string | null
  region: string | null
  retired: boolean
  revision: number | null
  drafted: boolean
  plannedAt: string | null
}

/** Whether there is such a guide. */
export const guideExists = async (id: string) =>
  (await database().guide.count({ where: { id } })) > 0

/** All guides: the general one of each path first, then the narrower ones. */
export async function allGuides(): Promise<GuideRow[]> {
  const rows = await database().guide.findMany({
    include: newest,
    orderBy: [
      { carrier: { sort: 'asc', nulls: 'first' } },
      { region: { sort: 'asc', nulls: 'first' } },
      { cardType: 'desc' },
      { channel: 'asc' },
    ],
  })
  return rows.map(guideRow)
}

const newest = {
  revisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
  draft: true,
} as const

type FoundGuide = {
  id: string
  cardType: string
  channel: string
  carrier: string | null
  region: string | null
  retiredAt: Date | null
  revisions: { number: number }[]
  draft: { content: unknown; plannedAt: Date | null } | null
}
const guideRow = ({
  id,
  cardType,
  channel,
  carrier,
  region,
  retiredAt,
  revisions,
  draft,
}: FoundGuide): GuideRow => ({
  id,
  cardType: cardType as CardType,
  channel: channel as Channel,
  carrier,
  region,
  retired: retiredAt !== null,
  revision: revisions[0]?.number ?? null,
  drafted: Boolean(draft?.content),
  plannedAt: draft?.plannedAt?.toISOString() ?? null,
})

export type GuideToEdit = GuideRow & {
  live: GuideContent | null
  /**
   * The version that an edit must be based on; incremented when a draft is published or discarded.
   */
  seen: number
  draft: {
    content: GuideDraftContent
    updatedAt: string
    updatedBy: string | null
    planned: { at: string; note: string; by: string | null } | null
    planFailedAt: string | null
  } | null
  revisions: {
    id: string
    number: number
    publishedAt: string
    author: string | null
    note: string
    running: number
  }[]
}

/** The guide whose id an address holds, with all its versions; null where it holds none. */
export const guideAtAddress = async (id: string): Promise<GuideToEdit | null> =>
  isUuid(id) ? guideToEdit(id) : null

/**
 * A guide with its draft, all its revisions and the number of running requests of each; null when
 * there is none.
 */
export async function guideToEdit(id: string): Promise<GuideToEdit | null> {
  const found = await database().guide.findUnique({ where: { id }, include: newest })
  if (!found) return null
  const { draft } = found
  const revisions = await database().revision.findMany({
    where: { guideId: id },
    orderBy: { number: 'desc' },
  })
  const running = await database().request.groupBy({
    by: ['revisionId'],
    where: { revisionId: { in: revisions.map((revision) => revision.id) }, endedAt: null },
    _count: true,
  })
  const names = await accountNames(
    [...revisions.map(({ authorId }) => authorId), draft?.updatedBy, draft?.plannedBy].flatMap(
      (author) => author ?? [],
    ),
  )
  const nameOf = (account: string | null) => names.get(account ?? '') ?? null
  return {
    ...guideRow(found),
    live: revisions[0] ? guideContent.parse(revisions[0].content) : null,
    seen: draft?.version ?? 0,
    draft: draft?.content
      ? {
          content: draftSchema.parse(draft.content),
          updatedAt: draft.updatedAt.toISOString(),
          updatedBy: nameOf(draft.updatedBy),
          planned: draft.plannedAt && {
            at: draft.plannedAt.toISOString(),
            note: draft.plannedNote ?? '',
            by: nameOf(draft.plannedBy),
          },
          planFailedAt: draft.planFailedAt?.toISOString() ?? null,
        }
      : null,
    revisions: revisions.map(({ id: revisionId, number, publishedAt, authorId, note }) => ({
      id: revisionId,
      number,
      publishedAt: publishedAt.toISOString(),
      author: nameOf(authorId),
      note,
      running: running.find((one) => one.revisionId === revisionId)?._count ?? 0,
    })),
  }
}
