import { notFound } from 'next/navigation'
import { type GuideToEdit, guideToEdit } from '@/lib/guide/queries/editing'
import { sharedGuide } from '@/lib/guide/queries/preview-links'

/**
 * The guide that a link to its preview opens, and until when; "not found" for a link that is over,
 * was ended or never was.
 */
export async function sharedGuideOr404(
  key: string,
): Promise<{ guide: GuideToEdit; expiresAt: Date }> {
  const shared = await sharedGuide(key, new Date())
  const guide = shared && (await guideToEdit(shared.guideId))
  return shared && guide ? { guide, expiresAt: shared.expiresAt } : notFound()
}
