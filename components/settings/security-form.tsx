'use client'
import { useTranslations } from 'next-intl'
import { AskBeforeLeaving } from '@/components/forms/ask-before-leaving'
import { TextField } from '@/components/ui/field'
import type { Security } from '@/lib/accounts/security/schemas'
import { type FormActionOf, SettingsForm } from './settings-form'
import { TickList } from './tick-list'

const roles = ['staff', 'reviewer', 'admin'] as const

/** Which roles require a second factor, and when idle screens lock. */
export function SecurityForm({
  action,
  values,
  now,
}: {
  action: FormActionOf
  values: Record<string, string>
  now: Security
}) {
  const t = useTranslations('settings')
  const words = useTranslations('words.role')
  return (
    <SettingsForm
      action={action}
      values={values}
      scope="security"
      save={t('save')}
      leaving={AskBeforeLeaving}
    >
      {(errorAt) => (
        <>
          <TickList
            name="rolesWithFactor"
            legend={t('security.roles')}
            hint={t('security.rolesHint')}
            options={roles.map((role) => ({ value: role, label: words(role) }))}
            chosen={now.rolesWithFactor}
            error={errorAt('rolesWithFactor')}
          />
          <TextField
            name="idleMinutes"
            inputMode="numeric"
            label={t('security.idleMinutes')}
            hint={t('security.idleMinutesHint')}
            defaultValue={now.idleMinutes}
            error={errorAt('idleMinutes')}
            className="max-w-md"
          />
        </>
      )}
    </SettingsForm>
  )
}
