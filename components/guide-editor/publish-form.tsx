'use client'
import { useTranslations } from 'next-intl'
import { type FormActionOf, SettingsForm } from '@/components/settings/settings-form'
import { DateField } from '@/components/forms/date-field'
import { TextField } from '@/components/ui/field'
import { useSavedFirst } from './draft-keeper'
import { UnsavedLink } from './unsaved-link'
import { dayOf } from '@/lib/domain/days'

/**
 * The reason, and whether to publish now or at a later moment; what is written and not saved yet is
 * saved first, or nothing is published.
 */
export function PublishForm({
  action,
  values,
}: {
  action: FormActionOf
  values: Record<string, string>
}) {
  const t = useTranslations('guides')
  const saved = useSavedFirst(action)
  return (
    <SettingsForm action={saved} values={values} scope="publish" save={t('publish')}>
      {(errorAt) => (
        <>
          <UnsavedLink />
          <TextField name="note" label={t('note')} error={errorAt('note')} />
          <div className="grid max-w-md items-start gap-4 sm:grid-cols-2">
            <DateField
              name="at"
              min={dayOf(new Date())}
              label={t('at')}
              hint={t('atHint')}
              error={errorAt('at')}
            />
            <TextField
              name="time"
              type="time"
              step={1}
              label={t('time')}
              hint={t('timeHint')}
              error={errorAt('time')}
            />
          </div>
        </>
      )}
    </SettingsForm>
  )
}
