'use client'
import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import type { Keeping } from './draft-keeper'
import { OthersInGuide } from './others-in-guide'
import { UnsavedLink } from './unsaved-link'

/**
 * Stays in sight: whether the input is saved and who else is in the guide, what stands between the
 * draft and its publication (`standing`), a button to save at once, and the way to the publication.
 */
export function KeepingBar({ keeping, standing }: { keeping: Keeping; standing: string }) {
  const t = useTranslations('guides')
  return (
    <div
      className={
        'sticky top-0 z-10 flex min-h-14 flex-wrap items-center justify-between gap-3 rounded-lg ' +
        'border border-line bg-surface px-4 py-1.5'
      }
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p role="status" className="text-sm">
          <span aria-hidden="true">
            {keeping === 'kept' ? '✓ ' : keeping === 'stopped' ? '× ' : ''}
          </span>
          {t(`keeping.${keeping}`)}
        </p>
        <UnsavedLink />
        <OthersInGuide />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <span className="text-sm font-semibold">{standing}</span>
        <Button look="secondary" disabled={keeping === 'saving'}>
          {t('keep')}
        </Button>
        <a href="#publish" className={buttonClass('primary')}>
          {t('toPublish')}
        </a>
      </div>
    </div>
  )
}
