import { type Transaction, database } from '@/lib/db/client'
import { momentOfId } from '@/lib/domain/identifiers/uuid-moments'
import { type KnownGuide, type Standing, standings } from '../standing'

type Path = { cardType: string; channel: string }

/** How the narrower guides stand to their wider ones, by guide: of one path, or of all. */
export async function standingsOf(path: Path | null, tx?: Transaction) {
  const guides = await (tx ?? database()).guide.findMany({
    ...(path && { where: { cardType: path.cardType, channel: path.channel } }),
    select: {
      id: true,
      cardType: true,
      channel: true,
      carrier: true,
      region: true,
      retiredAt: true,
      revisions: {
        orderBy: { number: 'desc' },
        select: { id: true, publishedAt: true, levelWithId: true },
      },
      draft: { select: { levelWithId: true } },
    },
  })
  const byPath = new Map<string, KnownGuide[]>()
  for (const { cardType, channel, revisions, draft, ...guide } of guides) {
    const known = {
      ...guide,
      addedAt: momentOfId(guide.id),
      revisions: revisions.map(({ levelWithId, ...one }) => ({ ...one, levelWith: levelWithId })),
      draftLevelWith: draft?.levelWithId ?? null,
    }
    const path = `${cardType} ${channel}`
    byPath.set(path, [...(byPath.get(path) ?? []), known])
  }
  return new Map<string, Standing>([...byPath.values()].flatMap((path) => [...standings(path)]))
}
