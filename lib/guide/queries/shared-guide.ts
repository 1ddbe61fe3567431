import { type GuideToEdit, guideToEdit } from './editing'
import { sharedGuide } from './preview-links'

/**
 * The guide that a link to its preview opens, and until when; null for a link that is over, was
 * ended or never was.
 */
export async function sharedGuideToEdit(
  key: string,
  now: Date,
): Promise<{ guide: GuideToEdit; expiresAt: Date } | null> {
  const shared = await sharedGuide(key, now)
  const guide = shared && (await guideToEdit(shared.guideId))
  return shared && guide ? { guide, expiresAt: shared.expiresAt } : null
}
