'use client'
import { useTranslations } from 'next-intl'
import { type FormActionOf, SettingsForm } from '@/components/settings/settings-form'
import { SelectField } from '@/components/ui/field'
import { cardTypes, channels } from '@/lib/domain/coded-values'

type Named = { code: string; name: string }

/**
 * Adds a guide for a carrier, a region or both, with a draft copied from what applied there before.
 */
export function NarrowForm({
  action,
  carriers,
  regions,
}: {
  action: FormActionOf
  carriers: readonly Named[]
  regions: readonly Named[]
}) {
  const t = useTranslations('guides')
  const record = useTranslations('record')
  const words = useTranslations('words')
  const any = <option value="">{t('any')}</option>
  return (
    <SettingsForm
      action={action}
      values={{}}
      scope="narrow"
      save={t('narrowSave')}
      look="secondary"
    >
      {(errorAt) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField name="cardType" label={record('cardType')}>
            {cardTypes.map((value) => (
              <option key={value} value={value}>
                {words(`cardType.${value}`)}
              </option>
            ))}
          </SelectField>
          <SelectField name="channel" label={record('channel')}>
            {channels.map((value) => (
              <option key={value} value={value}>
                {words(`channel.${value}`)}
              </option>
            ))}
          </SelectField>
          <SelectField name="carrier" label={record('carrier')} error={errorAt('carrier')}>
            {any}
            {carriers.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField name="region" label={record('region')}>
            {any}
            {regions.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
      )}
    </SettingsForm>
  )
}
