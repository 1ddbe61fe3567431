'use client'
import { useTranslations } from 'next-intl'
import { AskBeforeLeaving } from '@/components/forms/ask-before-leaving'
import { SelectField, TextField } from '@/components/ui/field'
import { FieldMessage } from '@/components/ui/field-frame'
import { Tick } from '@/components/ui/tick'
import { reasonsToLook } from '@/lib/domain/coded-values'
import { SecretOnce } from './secret-once'
import { type FormActionOf, SettingsForm } from './settings-form'

const roles = ['staff', 'reviewer', 'admin'] as const

/** Creates a key for the HTTP API: its permissions, stores and lifetime. */
export function KeyForm({
  action,
  stores,
}: {
  action: FormActionOf
  stores: readonly { code: string; name: string }[]
}) {
  const t = useTranslations('settings.key')
  const words = useTranslations('words.role')
  const reasons = useTranslations('documents.view.reasons')
  return (
    <SettingsForm
      action={action}
      values={{}}
      scope="key"
      save={t('create')}
      leaving={AskBeforeLeaving}
      shown={(secret) => <SecretOnce kind="key" secret={secret} />}
    >
      {(errorAt) => (
        <>
          <TextField name="name" label={t('name')} hint={t('nameHint')} error={errorAt('name')} />
          <SelectField name="role" label={t('role')} error={errorAt('role')}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {words(role)}
              </option>
            ))}
          </SelectField>
          <fieldset className="min-w-0" id="field-key-stores" tabIndex={-1}>
            <legend className="mb-1 font-semibold">{t('stores')}</legend>
            <p className="mb-1 text-sm text-quiet">{t('storesHint')}</p>
            <div className="grid max-h-60 gap-2 overflow-y-auto sm:grid-cols-2 lg:grid-cols-1">
              {stores.map(({ code, name }) => (
                <Tick key={code} name="stores:list" value={code} label={`${name} (${code})`} />
              ))}
            </div>
            {errorAt('stores') && <FieldMessage tone="bad">{errorAt('stores')}</FieldMessage>}
          </fieldset>
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
            <TextField
              name="days"
              inputMode="numeric"
              label={t('days')}
              hint={t('daysHint')}
              error={errorAt('days')}
            />
            <TextField
              name="perMinute"
              inputMode="numeric"
              label={t('perMinute')}
              hint={t('perMinuteHint')}
              error={errorAt('perMinute')}
            />
          </div>
          <Tick name="fullNumber:boolean" sendsOff label={t('fullNumberTick')} />
          <SelectField
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            error={errorAt('reason')}
          >
            <option value="">{t('reasonNone')}</option>
            {reasonsToLook.map((reason) => (
              <option key={reason} value={reason}>
                {reasons(reason)}
              </option>
            ))}
          </SelectField>
        </>
      )}
    </SettingsForm>
  )
}
