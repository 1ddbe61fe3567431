'use client'
import { useTranslations } from 'next-intl'
import { type FormActionOf, SettingsForm } from '@/components/settings/settings-form'
import { TextField } from '@/components/ui/field'

/** The reason, and whether to publish now or at a later moment. */
export function PublishForm({
  action,
  values,
}: {
  action: FormActionOf
  values: Record<string, string>
}) {
  const t = useTranslations('guides')
  return (
    <SettingsForm action={action} values={values} scope="publish" save={t('publish')}>
      {(errorAt) => (
        <>
          <TextField name="note" label={t('note')} error={errorAt('note')} />
          <TextField
            name="at"
            type="datetime-local"
            step={1}
            label={t('at')}
            hint={t('atHint')}
            error={errorAt('at')}
            className="max-w-xs"
          />
        </>
      )}
    </SettingsForm>
  )
}
