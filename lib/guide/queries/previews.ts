import { contentOf } from '../draft'
import type { GuideContent } from '../schemas'
import type { GuideToEdit } from './editing'
import { guideFor } from './published'
import { guideResolution } from './resolution'

/** What a preview shows: a draft, the same when it is planned, or what is live. */
export type Previewed = {
  content: GuideContent
  /** Null for what was not published yet. */
  published: { number: number; publishedAt: Date } | null
  /** A narrower guide, which applies at this place instead of the one that is previewed. */
  instead: string | null
}

/**
 * What a customer at this place will read once a guide's draft is published; without a draft, what
 * is live. Resolved as the public page does it: a narrower guide comes first. Null for a guide that
 * says nothing yet.
 */
export async function previewed(
  guide: GuideToEdit,
  place: { carrier: string; region: string } | null,
): Promise<Previewed | null> {
  const { cardType, channel } = guide
  const instead = place && (await narrowerAt(guide, place))
  if (place && instead) {
    const applies = await guideFor(cardType, channel, place.carrier, place.region)
    return applies && { content: applies.content, published: applies, instead }
  }
  if (guide.draft)
    return { content: contentOf(guide.draft.content), published: null, instead: null }
  const [newest] = guide.revisions
  if (!guide.live || !newest) return null
  const published = { number: newest.number, publishedAt: new Date(newest.publishedAt) }
  return { content: guide.live, published, instead: null }
}

/** The guide that comes before this one at a place, by its id. */
async function narrowerAt(
  guide: GuideToEdit,
  { carrier, region }: { carrier: string; region: string },
): Promise<string | null> {
  const rungs = await guideResolution(guide.cardType, guide.channel, carrier, region)
  const own = rungs.findIndex(({ id }) => id === guide.id)
  const applies = rungs.findIndex(({ why }) => why === 'applies')
  return applies >= 0 && applies < own ? (rungs[applies]?.id ?? null) : null
}
