'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { Keeping } from './use-draft'

/** Shows whether the input is saved, with a button to save immediately. */
export function KeepingBar({ keeping }: { keeping: Keeping }) {
  const t = useTranslations('guides')
  return (
    <div
      className={
        'sticky top-0 z-10 flex min-h-14 flex-wrap items-center justify-between gap-3 rounded-lg ' +
        'border border-line bg-surface px-4 py-1.5'
      }
    >
      <p role="status" className="text-sm">
        <span aria-hidden="true">
          {keeping === 'kept' ? '✓ ' : keeping === 'stopped' ? '× ' : ''}
        </span>
        {t(`keeping.${keeping}`)}
      </p>
      <Button look="secondary" disabled={keeping === 'saving'}>
        {t('keep')}
      </Button>
    </div>
  )
}
