'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/field'
import type { Retention } from '@/lib/retention/schemas'
import { type FormActionOf, SettingsForm } from './settings-form'

/** Days after the end of a request; shortening them counts for requests that ended long ago too. */
export function RetentionForm({ action, values, kept }: { action: FormActionOf; values: Record<string, string>; kept: Retention }) {
  const t = useTranslations('settings')
  return (
    <SettingsForm action={action} values={values} scope="retention" save={t('save')}>
      {(errorAt) => (['photoDays', 'identifierDays'] as const).map((name) => (
        <TextField key={name} name={name} inputMode="numeric" label={t(`retention.${name}`)} hint={t(`retention.${name}Hint`)} defaultValue={kept[name]} error={errorAt(name)} className="max-w-md" />
      ))}
    </SettingsForm>
  )
}
