import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { GuideToEdit } from '@/lib/guide/queries/editing'
import { staffDates } from '@/lib/i18n/dates'

/** Says on top of a preview that it is one, and of what; nobody is to take it for the real page. */
export async function PreviewBanner({
  guide: { draft, revision },
  instead,
}: {
  guide: Pick<GuideToEdit, 'draft' | 'revision'>
  /** Whether a narrower guide is shown, since it applies at this place. */
  instead: boolean
}) {
  const t = await getTranslations('guidePreview')
  const of = draft?.planned
    ? t('of.planned', { time: staffDates.moment(draft.planned.at) })
    : draft
      ? t('of.draft')
      : t('of.live', { number: revision ?? 0 })
  return (
    <Notice tone={instead ? 'warn' : 'info'} className="mb-6" title={t('banner', { of })}>
      {instead && <p>{t('instead')}</p>}
    </Notice>
  )
}
