'use client'
import { useTranslations } from 'next-intl'
import { SecretOnce } from './secret-once'
import { type FormActionOf, SettingsForm } from './settings-form'

/** Resets an account's password, and shows the new one once. */
export function ResetForm({ action, id }: { action: FormActionOf; id: string }) {
  const t = useTranslations('settings.account')
  return (
    <SettingsForm
      action={action}
      values={{ $id: id }}
      scope="password"
      save={t('reset')}
      look="secondary"
      shown={(secret) => <SecretOnce kind="password" secret={secret} />}
    />
  )
}
