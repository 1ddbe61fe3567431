'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/field'
import { type FormActionOf, SettingsForm } from './settings-form'

/** Approves a person's access, with the code that they passed on. */
export function ApproveForm({ action, grant }: { action: FormActionOf; grant: string }) {
  const t = useTranslations('settings.grants')
  const values = { $grant: grant, 'approved:boolean': 'true' }
  return (
    <SettingsForm action={action} values={values} scope={grant} save={t('approve')}>
      {(errorAt) => (
        <TextField
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          autoComplete="off"
          error={errorAt('code')}
        />
      )}
    </SettingsForm>
  )
}
