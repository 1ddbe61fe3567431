'use client'
import { useTranslations } from 'next-intl'
import { AskBeforeLeaving } from '@/components/forms/ask-before-leaving'
import { SelectField, TextField } from '@/components/ui/field'
import { linkShown } from './link-form'
import { type ErrorAt, type FormActionOf, SettingsForm } from './settings-form'

type Named = { code: string; name: string }
const roles = ['staff', 'reviewer', 'admin'] as const

function RoleFields({ stores, errorAt }: { stores: readonly Named[]; errorAt: ErrorAt }) {
  const t = useTranslations('settings.account')
  const words = useTranslations('words.role')
  return (
    <div className="grid gap-4 sm:grid-cols-2 sm:items-start">
      <SelectField name="role" label={t('role')} error={errorAt('role')}>
        {roles.map((role) => (
          <option key={role} value={role}>
            {words(role)}
          </option>
        ))}
      </SelectField>
      <SelectField name="store" label={t('store')} error={errorAt('store')}>
        <option value="">{t('noStore')}</option>
        {stores.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

/** Creates an account with its first role, and invites its person. */
export function NewAccountForm({
  action,
  stores,
}: {
  action: FormActionOf
  stores: readonly Named[]
}) {
  const t = useTranslations('settings.account')
  return (
    <SettingsForm
      action={action}
      values={{}}
      scope="new-account"
      save={t('create')}
      leaving={AskBeforeLeaving}
      shown={linkShown}
    >
      {(errorAt) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
            <TextField name="email" type="email" label={t('email')} error={errorAt('email')} />
            <TextField name="name" label={t('name')} error={errorAt('name')} />
          </div>
          <RoleFields stores={stores} errorAt={errorAt} />
          <p className="text-sm text-quiet">{t('addText')}</p>
        </>
      )}
    </SettingsForm>
  )
}

/** Adds a role to an account. */
export function NewRoleForm({
  action,
  id,
  stores,
}: {
  action: FormActionOf
  id: string
  stores: readonly Named[]
}) {
  const t = useTranslations('settings.account')
  return (
    <SettingsForm
      action={action}
      values={{ $id: id }}
      scope="new-role"
      save={t('give')}
      look="secondary"
    >
      {(errorAt) => <RoleFields stores={stores} errorAt={errorAt} />}
    </SettingsForm>
  )
}
