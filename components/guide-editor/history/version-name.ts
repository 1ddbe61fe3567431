import { getTranslations } from 'next-intl/server'
import type { GuideToEdit } from '@/lib/guide/queries/editing'
import type { Version } from '@/lib/guide/versions'
import { staffDates } from '@/lib/i18n/dates'

/** What a version of this guide is called, with the day that tells it from others. */
export async function versionName(guide: GuideToEdit): Promise<(version: Version) => string> {
  const t = await getTranslations('guideHistory')
  const guides = await getTranslations('guides')
  return (version) => {
    if (version === 'draft') {
      const planned = guide.draft?.planned
      return planned ? t('planned', { time: staffDates.moment(planned.at) }) : t('draft')
    }
    const found = guide.revisions.find(({ number }) => number === version)
    return [
      guides('revision', { number: version }),
      version === guide.revision ? guides('live') : null,
      found ? staffDates.day(new Date(found.publishedAt)) : null,
    ]
      .filter(Boolean)
      .join(' · ')
  }
}
