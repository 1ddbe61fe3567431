'use client'
import { useTranslations } from 'next-intl'
import { carryNumber } from '@/components/drafts/carried-number'
import { useTabOwner } from '@/components/drafts/tab-owner'
import { Notice } from '@/components/ui/notice'
import type { Preflight } from '@/lib/cancellation/queries/preflight'
import { Link } from '@/components/shell/link'

/** A number has at most one live request: shown while it is typed. */
export function LiveRequestNotice({ live, number }: { live: Preflight['live']; number: string }) {
  const t = useTranslations('record')
  const account = useTabOwner()
  if (!live) return null
  return (
    <Notice tone="bad" role="status" title={t('live')}>
      {live.reference ? (
        <Link href={`/requests/${live.reference}`} className="font-semibold underline">
          {t('liveHere')}
        </Link>
      ) : (
        <>
          <p>{t('liveElsewhere')}</p>
          <Link
            href="/requests/transfer"
            onClick={() => carryNumber(account, number)}
            className="font-semibold underline"
          >
            {t('transfer.title')}
          </Link>
        </>
      )}
    </Notice>
  )
}
