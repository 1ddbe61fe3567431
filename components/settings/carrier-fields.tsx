'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/field'
import type { CarrierSettings } from '@/lib/carriers/schemas'
import type { ErrorAt } from './settings-form'
import { TickList } from './tick-list'

const texts = ['nameZh', 'nameEn', 'website', 'hotline'] as const
const days = ['reviewDays', 'closeDays', 'factDays', 'frozenDays'] as const

/** A carrier's names, and how it is reached. */
export function ContactFields({
  carrier,
  errorAt,
}: {
  carrier: CarrierSettings
  errorAt: ErrorAt
}) {
  const t = useTranslations('settings.carrier')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {texts.map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(name)}
          defaultValue={carrier[name]}
          error={errorAt(name)}
        />
      ))}
    </div>
  )
}

/** A carrier's periods, and what may be waived. */
export function CarrierTerms({
  carrier,
  materials,
  errorAt,
}: {
  carrier: CarrierSettings
  materials: readonly { id: string; name: string }[]
  errorAt: ErrorAt
}) {
  const t = useTranslations('settings.carrier')
  return (
    <div className="grid gap-5">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {days.map((name) => (
          <TextField
            key={name}
            name={name}
            inputMode="numeric"
            label={t(name)}
            hint={t(`${name}Hint`)}
            defaultValue={carrier[name]}
            error={errorAt(name)}
          />
        ))}
      </div>
      <TickList
        name="waivable"
        legend={t('waivable')}
        hint={t('waivableHint')}
        options={materials.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={carrier.waivable}
        error={errorAt('waivable')}
      />
    </div>
  )
}
