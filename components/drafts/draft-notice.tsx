'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useDraft } from './use-draft'

type Props = { form: RefObject<HTMLFormElement | null>; place: string; ready: boolean }

/** Saves a form's draft, and offers an existing one. */
export function DraftNotice({ form, place, ready }: Props) {
  const t = useTranslations('walk.draft')
  const { dateTime } = useFormatter()
  const { at, restore, throwAway } = useDraft(form, place, ready)
  return (
    <>
      <input type="hidden" name="$draft" value={place} />
      {at && (
        <Notice
          tone="info"
          role="status"
          title={t('offered', { at: dateTime(new Date(at), 'moment') })}
        >
          <div className="mt-1 flex flex-wrap gap-2">
            <Button type="button" look="secondary" onClick={() => void restore()}>
              {t('restore')}
            </Button>
            <Button type="button" look="plain" onClick={() => void throwAway()}>
              {t('throwAway')}
            </Button>
          </div>
        </Notice>
      )}
    </>
  )
}
