import type { Transaction } from '@/lib/db/client'
import { type PublishedRevision, guideFor } from '@/lib/guide/queries/published'
import type { RequestRecord } from '../rules/request-record'

/**
 * The revision that a new request for the same path would begin with, where it is not the one that
 * this request keeps; null otherwise.
 */
export async function newerGuide(
  {
    cardType,
    channel,
    carrier,
    region,
    revisionId,
  }: Pick<RequestRecord, 'cardType' | 'channel' | 'carrier' | 'region' | 'revisionId'>,
  tx?: Transaction,
): Promise<PublishedRevision | null> {
  const applies = await guideFor(cardType, channel, carrier, region, tx)
  return applies && applies.id !== revisionId ? applies : null
}
