import { database } from '@/lib/db/client'
import type { CardType, Channel } from '@/lib/domain/coded-values'

/** A guide that customers read now, with its newest revision. */
export type LiveGuide = {
  id: string
  cardType: CardType
  channel: Channel
  carrier: string | null
  region: string | null
  revision: string
  publishedAt: Date
}

/** The guides in use: the general ones first. Their contents are kept by `publishedRevision`. */
export const liveGuides = () =>
  database().$queryRaw<LiveGuide[]>`
    select g.id, g.card_type as "cardType", g.channel, g.carrier, g.region,
      newest.id as revision, newest.published_at as "publishedAt"
    from guide g cross join lateral (
      select r.id, r.published_at from revision r where r.guide_id = g.id
      order by r.number desc limit 1) newest
    where g.retired_at is null
    order by g.carrier nulls first, g.region nulls first, g.card_type desc, g.channel`
