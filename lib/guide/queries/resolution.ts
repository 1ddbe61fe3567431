import type { CardType, Channel } from '@/lib/domain/coded-values'
import { database } from '@/lib/db/client'
import { type Rung, resolution } from '../resolve'

/**
 * Which guide applies to this carrier and home region, and why: each candidate, narrowest first.
 */
export async function guideResolution(
  cardType: CardType,
  channel: Channel,
  carrier: string,
  region: string,
): Promise<(Rung & { id: string | null; revision: number | null })[]> {
  const guides = await database().guide.findMany({
    where: { cardType, channel },
    include: { revisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } } },
  })
  const known = guides.map(({ id, carrier: of, region: at, retiredAt, revisions }) => ({
    id,
    carrier: of,
    region: at,
    retired: retiredAt !== null,
    revision: revisions[0]?.number ?? null,
  }))
  return resolution(known, carrier, region)
}
