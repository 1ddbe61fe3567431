'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/field'
import type { StoreSettings } from '@/lib/stores/schemas'
import type { ErrorAt } from './settings-form'

type Place = Pick<StoreSettings, 'districtZh' | 'districtEn' | 'latitude' | 'longitude'>

/** Where a store is, for those who look for the nearest one; may all be left empty. */
export function StorePlaceFields({ store, errorAt }: { store: Partial<Place>; errorAt: ErrorAt }) {
  const t = useTranslations('settings.store')
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">{t('place')}</legend>
      <p className="mb-2 text-sm text-quiet">{t('placeHint')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {(['districtZh', 'districtEn', 'latitude', 'longitude'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            inputMode={name === 'latitude' || name === 'longitude' ? 'decimal' : undefined}
            label={t(name)}
            defaultValue={store[name] ?? undefined}
            error={errorAt(name)}
          />
        ))}
      </div>
    </fieldset>
  )
}
