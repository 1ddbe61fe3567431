'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Notice } from '@/components/ui/notice'

/** Recovery codes, shown once; they receive the focus. */
export function RecoveryCodes({ codes }: { codes: string }) {
  const t = useTranslations('account')
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => here.current?.focus(), [])
  return (
    <div ref={here} tabIndex={-1} className="outline-none">
      <Notice tone="good" role="status" title={t('recoveryTitle')}>
        <ul className="my-2 grid gap-x-6 gap-y-1 font-mono sm:grid-cols-2" data-testid="recovery">
          {codes.split('\n').map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <p>{t('recoveryKeep')}</p>
      </Notice>
    </div>
  )
}
