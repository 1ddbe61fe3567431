'use client'
import { useTranslations } from 'next-intl'
import type { FormActionOf } from '@/components/settings/settings-form'
import { TextField } from '@/components/ui/field'
import { OwnForm } from './own-form'

/** Changes one's own password. */
export function PasswordForm({ action }: { action: FormActionOf }) {
  const t = useTranslations('account')
  return (
    <OwnForm action={action} scope="password" save={t('passwordChange')}>
      {(errorAt) => (
        <TextField
          name="new"
          type="password"
          label={t('passwordNew')}
          autoComplete="new-password"
          error={errorAt('new')}
        />
      )}
    </OwnForm>
  )
}
