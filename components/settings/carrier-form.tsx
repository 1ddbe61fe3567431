'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import { relations } from '@/lib/domain/coded-values'
import type { CarrierSettings } from '@/lib/carriers/schemas'
import { type FormActionOf, SettingsForm } from './settings-form'
import { TickList } from './tick-list'

type Props = {
  action: FormActionOf
  values: Record<string, string>
  carrier: CarrierSettings
  materials: readonly { id: string; name: string }[]
}

const texts = ['nameZh', 'nameEn', 'website', 'hotline'] as const
const days = [
  'reviewDays',
  'closeDays',
  'factDays',
  'frozenDays',
  'monthEndDays',
  'reinstateDays',
] as const

/** A carrier's terms and hours. */
export function CarrierForm({ action, values, carrier, materials }: Props) {
  const t = useTranslations('settings')
  const words = useTranslations('words.relation')
  return (
    <SettingsForm action={action} values={values} scope="carrier" save={t('save')}>
      {(errorAt) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            {texts.map((name) => (
              <TextField
                key={name}
                name={name}
                label={t(`carrier.${name}`)}
                defaultValue={carrier[name]}
                error={errorAt(name)}
              />
            ))}
            {days.map((name) => (
              <TextField
                key={name}
                name={name}
                inputMode="numeric"
                label={t(`carrier.${name}`)}
                hint={t(`carrier.${name}Hint`)}
                defaultValue={carrier[name]}
                error={errorAt(name)}
              />
            ))}
            <TextField
              name="onlineFrom"
              type="time"
              label={t('carrier.onlineFrom')}
              hint={t('carrier.onlineHint')}
              defaultValue={carrier.onlineFrom ?? ''}
              error={errorAt('onlineFrom')}
            />
            <TextField
              name="onlineTo"
              type="time"
              label={t('carrier.onlineTo')}
              hint={t('carrier.onlineHint')}
              defaultValue={carrier.onlineTo ?? ''}
              error={errorAt('onlineTo')}
            />
          </div>
          <Tick
            name="preCancels:boolean"
            label={t('carrier.preCancels')}
            hint={t('carrier.preCancelsHint')}
            defaultChecked={carrier.preCancels}
            sendsOff
          />
          <TickList
            name="applicants"
            legend={t('carrier.applicants')}
            options={relations.map((value) => ({ value, label: words(value) }))}
            chosen={carrier.applicants}
            error={errorAt('applicants')}
          />
          <TickList
            name="waivable"
            legend={t('carrier.waivable')}
            hint={t('carrier.waivableHint')}
            options={materials.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={carrier.waivable}
            error={errorAt('waivable')}
          />
        </>
      )}
    </SettingsForm>
  )
}
