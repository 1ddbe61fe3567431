'use client'
import { useTranslations } from 'next-intl'
import { GroupedField } from '@/components/forms/grouped-field'
import { Choice } from '@/components/ui/choice'
import { SelectField } from '@/components/ui/field'
import { cardTypes, channels } from '@/lib/domain/coded-values'
import type { Named, SectionProps } from './record-values'

/** The number to cancel, whose it is, and how; preset as the store mostly has it. */
export function PathFields(props: SectionProps) {
  const { choices, choose, errorAt, warningAt, options, defaults } = props
  const t = useTranslations('record')
  const words = useTranslations('words')
  const select = (name: 'carrier' | 'region', list: readonly Named[]) => (
    <SelectField
      name={name}
      label={t(name)}
      value={choices[name]}
      onChange={(event) => choose({ [name]: event.target.value })}
      error={errorAt(name)}
    >
      <option value="">{t('choose')}</option>
      {list.map((one) => (
        <option key={one.code} value={one.code}>
          {one.name}
        </option>
      ))}
    </SelectField>
  )
  return (
    <>
      <StoreField {...props} />
      <div className="field-row sm:grid-cols-3">
        <GroupedField
          name="phoneNumber"
          grouping="phone"
          label={t('phoneNumber')}
          inputMode="tel"
          hint={choices.cardType === 'esim' ? t('watchHint') : undefined}
          defaultValue={defaults.phoneNumber?.replace(/^\+86/, '')}
          error={errorAt('phoneNumber')}
          warning={warningAt('phoneNumber')}
        />
        {select('carrier', options.carriers)}
        {select('region', options.regions)}
      </div>
      <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2">
        <Choice
          name="cardType"
          legend={t('cardType')}
          options={cardTypes.map((value) => ({ value, label: words(`cardType.${value}`) }))}
          value={choices.cardType}
          onChange={(cardType) => choose({ cardType })}
          error={errorAt('cardType')}
        />
        <Choice
          name="channel"
          legend={t('channel')}
          options={channels.map((value) => ({ value, label: words(`channel.${value}`) }))}
          value={choices.channel}
          onChange={(channel) => choose({ channel })}
          error={errorAt('channel')}
        />
      </div>
    </>
  )
}

/** Asked of those who work at several stores; carrier and region follow it. */
function StoreField({ choices, choose, options, errorAt }: SectionProps) {
  const t = useTranslations('record')
  if (options.stores.length <= 1) return <input type="hidden" name="store" value={choices.store} />
  return (
    <SelectField
      name="store"
      label={t('store')}
      value={choices.store}
      onChange={({ target }) => {
        const store = options.stores.find(({ code }) => code === target.value)
        choose({
          store: target.value,
          ...(store && { region: store.region }),
          ...(store?.carrier && { carrier: store.carrier }),
        })
      }}
      error={errorAt('store')}
    >
      {options.stores.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
