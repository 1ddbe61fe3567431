import { accountNames } from '@/lib/accounts/queries'
import { database } from '@/lib/db/client'
import { hashOfPreviewKey, isPreviewKey } from '../preview-key'

export type PreviewLink = { id: string; madeAt: Date; madeBy: string | null; expiresAt: Date }

/** The links to a guide's preview that open now, the newest first. */
export async function previewLinks(guideId: string, now: Date): Promise<PreviewLink[]> {
  const links = await database().guidePreviewLink.findMany({
    where: { guideId, expiresAt: { gt: now } },
    orderBy: { madeAt: 'desc' },
  })
  const names = await accountNames([...new Set(links.map(({ madeBy }) => madeBy))])
  return links.map(({ id, madeAt, madeBy, expiresAt }) => ({
    ...{ id, madeAt, expiresAt },
    madeBy: names.get(madeBy) ?? null,
  }))
}

/**
 * The guide that a link's key opens, and until when; null once its day is over, it was ended, or
 * the account that made it has been disabled.
 */
export async function sharedGuide(
  key: string,
  now: Date,
): Promise<{ guideId: string; expiresAt: Date } | null> {
  if (!isPreviewKey(key)) return null
  const link = await database().guidePreviewLink.findUnique({
    where: { keyHash: hashOfPreviewKey(key) },
  })
  if (!link || link.expiresAt <= now) return null
  const author = await database().account.findUnique({ where: { id: link.madeBy } })
  return author && !author.disabledAt ? link : null
}
