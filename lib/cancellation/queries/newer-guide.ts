import type { SqlDatabase } from '@/lib/db/sql'
import { type PublishedRevision, guideFor } from '@/lib/guide/queries/published'
import type { RequestRecord } from '../rules/request-record'

/**
 * The revision that a new request on the same path would start with, if it differs from this
 * request's; null otherwise.
 */
export async function newerGuide(
  {
    cardType,
    channel,
    carrier,
    region,
    revisionId,
  }: Pick<RequestRecord, 'cardType' | 'channel' | 'carrier' | 'region' | 'revisionId'>,
  tx?: SqlDatabase,
): Promise<PublishedRevision | null> {
  const applies = await guideFor(cardType, channel, carrier, region, tx)
  return applies && applies.id !== revisionId ? applies : null
}
