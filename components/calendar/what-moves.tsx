'use client'
import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/forms/form-state'

/** Preview of the promises that a calendar change moves. */
export function WhatMoves({ state }: { state: FormState }) {
  const t = useTranslations('calendar.moves')
  if (state.status !== 'looked') return null
  return (
    <Notice tone="info" role="status" title={t('title', { count: state.count })}>
      {state.lines.length > 0 && (
        <ul className="my-1 grid gap-1 tabular-nums">
          {state.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {state.count > state.lines.length && <p>{t('more', { shown: state.lines.length })}</p>}
      {state.count > 0 && <p>{t('text')}</p>}
    </Notice>
  )
}
