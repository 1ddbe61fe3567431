'use client'
import { useTranslations } from 'next-intl'
import { carryNumber } from '@/components/drafts/carried-number'
import { useTabOwner } from '@/components/drafts/tab-owner'
import { Link } from '@/components/shell/link'
import { Notice } from '@/components/ui/notice'
import type { Preflight } from '@/lib/cancellation/queries/preflight'

type Props = {
  live: Preflight['live']
  number: string
  /** `alert` where the request was refused because of it. */
  role?: 'status' | 'alert'
}

/** A number has at most one live request: said as soon as it is typed, with the way to it. */
export function LiveRequestNotice({ live, number, role = 'status' }: Props) {
  const t = useTranslations('record')
  const account = useTabOwner()
  if (!live) return null
  return (
    <Notice tone="bad" role={role} title={t('live')}>
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
