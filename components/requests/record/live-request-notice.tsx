'use client'
import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { Preflight } from '@/lib/cancellation/queries/preflight'
import { Link } from '@/components/shell/link'

/** There is one live request at most for a number: said while it is typed. */
export function LiveRequestNotice({ live, number }: { live: Preflight['live']; number: string }) {
  const t = useTranslations('record')
  if (!live) return null
  return (
    <Notice tone="bad" role="status" title={t('live')}>
      {live.reference ? (
        <Link href={`/requests/${live.reference}`} className="font-semibold underline">{t('liveHere')}</Link>
      ) : (
        <>
          <p>{t('liveElsewhere')}</p>
          <Link href={`/requests/transfer?number=${encodeURIComponent(number)}`} className="font-semibold underline">{t('transfer.title')}</Link>
        </>
      )}
    </Notice>
  )
}
