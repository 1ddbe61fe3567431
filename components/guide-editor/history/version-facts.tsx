import { getTranslations } from 'next-intl/server'
import { Details } from '@/components/ui/details'
import type { GuideToEdit } from '@/lib/guide/queries/editing'
import { staffDates } from '@/lib/i18n/dates'

/** Who published a version and why, when it was in force, and how many requests run on it. */
export async function VersionFacts({ guide, number }: { guide: GuideToEdit; number: number }) {
  const t = await getTranslations('guideHistory')
  const guides = await getTranslations('guides')
  const place = guide.revisions.findIndex((one) => one.number === number)
  const revision = guide.revisions[place]
  if (!revision) return null
  const next = guide.revisions[place - 1]
  const until = next
    ? t('until', { time: staffDates.moment(next.publishedAt) })
    : t(guide.retired ? 'untilRetired' : 'untilNow')
  return (
    <Details
      items={[
        { label: t('by'), value: revision.author ?? guides('seeded') },
        revision.author !== null && { label: t('note'), value: revision.note },
        {
          label: t('inForce'),
          value: t('since', { time: staffDates.moment(revision.publishedAt), until }),
        },
        { label: t('requests'), value: guides('keptBy', { count: revision.running }) },
      ]}
    />
  )
}
