'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/forms/form-state'
import { useDraft } from './use-draft'
import { staffDates } from '@/lib/i18n/dates'

type Props = {
  form: RefObject<HTMLFormElement | null>
  place: string
  ready: boolean
  /** What became of the form: one that was refused is kept. */
  state?: FormState
  /** In one line, such as in a foot, where its coming moves nothing. */
  beside?: true
}

/** Saves a form's draft, and offers an existing one. */
export function DraftNotice({ form, place, ready, state, beside }: Props) {
  const t = useTranslations('walk.draft')
  const { at, restore, throwAway } = useDraft(form, place, ready, state)
  const title = at && t('offered', { at: staffDates.moment(at) })
  const buttons = (
    <div className={clsx('flex flex-wrap gap-2', !beside && 'mt-1')}>
      <Button type="button" look="secondary" onClick={() => void restore()}>
        {t('restore')}
      </Button>
      <Button type="button" look="plain" onClick={() => void throwAway()}>
        {t('throwAway')}
      </Button>
    </div>
  )
  return (
    <>
      <input type="hidden" name="$draft" value={place} />
      {at && beside && (
        <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span>{title}</span>
          {buttons}
        </div>
      )}
      {at && !beside && (
        <Notice tone="info" role="status" title={title}>
          {buttons}
        </Notice>
      )}
    </>
  )
}
