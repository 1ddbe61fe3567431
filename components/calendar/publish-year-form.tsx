'use client'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Button } from '@/components/ui/button'
import { WhatMoves } from './what-moves'

/** Marks a year as published or unpublished, after a preview of the promises that it moves. */
export function PublishYearForm({
  action,
  values,
  published,
}: {
  action: FormActionOf
  values: Record<string, string>
  published: boolean
}) {
  const t = useTranslations('calendar')
  const { state, pending, ready, formProps } = useFormAction(action)
  return (
    <ActionForm formProps={formProps} ready={ready} className="grid gap-3">
      <FormMessages state={state} />
      <WhatMoves state={state} />
      {Object.entries({ ...values, 'published:boolean': String(!published) }).map(
        ([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      <div className="flex flex-wrap gap-3">
        <Button look="secondary" name="$look" value="1" disabled={pending}>
          {t('look')}
        </Button>
        <Button look={published ? 'secondary' : 'primary'} disabled={pending}>
          {published ? t('unpublish') : t('publish')}
        </Button>
      </div>
    </ActionForm>
  )
}
