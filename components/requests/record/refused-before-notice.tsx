'use client'
import { useTranslations } from 'next-intl'
import { Link } from '@/components/shell/link'
import { Notice } from '@/components/ui/notice'
import type { Preflight } from '@/lib/cancellation/queries/preflight'
import { rejectionReasons } from '@/lib/domain/coded-values'
import { staffDates } from '@/lib/i18n/dates'

/** The store has rejected this number before: when and why, before it is recorded again. */
export function RefusedBeforeNotice({ refused }: Pick<Preflight, 'refused'>) {
  const t = useTranslations('record.refused')
  const words = useTranslations('words.rejection')
  if (!refused) return null
  const reason = rejectionReasons.find((code) => code === refused.reason) ?? 'other'
  return (
    <Notice tone="warn" role="status" title={t('title')}>
      <p>{t('why', { day: staffDates.day(refused.day), reason: words(reason) })}</p>
      <Link href={`/requests/${refused.reference}`} className="font-semibold underline">
        {t('open')}
      </Link>
    </Notice>
  )
}
