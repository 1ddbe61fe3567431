import { database } from '@/lib/db/client'
import { contentOf } from '../draft'
import { type GuideContent, guideContent } from '../schemas'
import type { Version } from '../versions'
import type { GuideToEdit } from './editing'

/**
 * What a version of a guide says; null when there is no such version. A draft may be incomplete:
 * its texts may be empty.
 */
export async function versionContent(
  guide: Pick<GuideToEdit, 'id' | 'draft'>,
  version: Version,
): Promise<GuideContent | null> {
  if (version === 'draft') return guide.draft && contentOf(guide.draft.content)
  const found = await database().revision.findUnique({
    where: { guideId_number: { guideId: guide.id, number: version } },
    select: { content: true },
  })
  return found && guideContent.parse(found.content)
}
