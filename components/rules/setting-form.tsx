'use client'
import { useTranslations } from 'next-intl'
import { type FormActionOf, SettingsForm } from '@/components/settings/settings-form'
import { TextField } from '@/components/ui/field'

type Props = {
  action: FormActionOf
  seen: string
  staleAfterDays: number
  label: string
  hint: string
}

/** After how many days a carrier's rule has to be checked again. */
export function RulebookSettingForm({ action, seen, staleAfterDays, label, hint }: Props) {
  const t = useTranslations('settings')
  return (
    <SettingsForm
      action={action}
      values={{ $seen: seen }}
      scope="rulebook"
      save={t('save')}
      look="secondary"
    >
      {(errorAt) => (
        <TextField
          name="staleAfterDays"
          inputMode="numeric"
          label={label}
          hint={hint}
          defaultValue={staleAfterDays}
          error={errorAt('staleAfterDays')}
          className="max-w-sm"
        />
      )}
    </SettingsForm>
  )
}
