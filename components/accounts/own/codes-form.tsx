'use client'
import { useTranslations } from 'next-intl'
import type { FormActionOf } from '@/components/settings/settings-form'
import { TextField } from '@/components/ui/field'
import { OwnForm } from './own-form'

/** Asks for the first code after the app scanned the secret. */
export function CodesForm({ action, secret }: { action: FormActionOf; secret: string }) {
  const t = useTranslations('account')
  return (
    <OwnForm action={action} scope="codes" values={{ $secret: secret }} save={t('codesEnable')}>
      {(errorAt) => (
        <TextField
          name="code"
          label={t('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          error={errorAt('code')}
        />
      )}
    </OwnForm>
  )
}
