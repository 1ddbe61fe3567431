'use client'
import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { Preflight } from '@/lib/cancellation/queries/preflight'
import { Link } from '@/lib/i18n/navigation'

/** There is one live request at most for a number: said while it is typed. */
export function LiveRequestNotice({ live }: { live: Preflight['live'] }) {
  const t = useTranslations('record')
  if (!live) return null
  return (
    <Notice tone="bad" role="status" title={t('live')}>
      {live.reference ? <Link href={`/requests/${live.reference}`} className="font-semibold underline">{t('liveHere')}</Link> : t('liveElsewhere')}
    </Notice>
  )
}
