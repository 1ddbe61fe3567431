'use client'
import { useTranslations } from 'next-intl'
import { Choice } from '@/components/ui/choice'
import { SelectField } from '@/components/ui/field'
import { cardTypes, channels } from '@/lib/domain/coded-values'
import { OfferNotice } from './offer-notice'
import type { SectionProps } from './record-values'
import { Section } from './section'

export function PathSection(props: SectionProps) {
  const { choices, choose, errorAt, options, defaults } = props
  const t = useTranslations('record')
  const words = useTranslations('words')
  return (
    <Section title={t('section.path')}>
      {options.stores.length > 1 ? (
        <SelectField
          name="store"
          label={t('store')}
          defaultValue={defaults.store}
          error={errorAt('store')}
        >
          {options.stores.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : (
        <input type="hidden" name="store" value={defaults.store} />
      )}
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
      <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
        <SelectField
          name="carrier"
          label={t('carrier')}
          value={choices.carrier}
          onChange={(event) => choose({ carrier: event.target.value })}
          error={errorAt('carrier')}
        >
          <option value="">{t('choose')}</option>
          {options.carriers.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="region"
          label={t('region')}
          hint={t('regionHint')}
          value={choices.region}
          onChange={(event) => choose({ region: event.target.value })}
          error={errorAt('region')}
        >
          <option value="">{t('choose')}</option>
          {options.regions.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <OfferNotice {...props} />
    </Section>
  )
}
