'use client'
import { useTranslations } from 'next-intl'
import { SelectField, TextField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import type { StoreSettings } from '@/lib/stores/schemas'
import { type FormActionOf, SettingsForm } from './settings-form'
import { TickList } from './tick-list'

type Named = { code: string; name: string }
type Props = {
  action: FormActionOf
  values: Record<string, string>
  store: Partial<StoreSettings>
  regions: readonly Named[]
  isNew: boolean
}

/** A store's names, address, served home regions, and periods. */
export function StoreForm({ action, values, store, regions, isNew }: Props) {
  const t = useTranslations('settings')
  return (
    <SettingsForm action={action} values={values} scope="store" save={t('save')}>
      {(errorAt) => (
        <>
          {isNew && (
            <TextField
              name="code"
              label={t('store.code')}
              hint={t('store.codeHint')}
              error={errorAt('code')}
              className="max-w-xs"
            />
          )}
          <div className="grid gap-4 sm:grid-cols-2">
            {(['nameZh', 'nameEn', 'addressZh', 'addressEn', 'phone'] as const).map((name) => (
              <TextField
                key={name}
                name={name}
                label={t(`store.${name}`)}
                defaultValue={store[name]}
                error={errorAt(name)}
              />
            ))}
            <SelectField
              name="region"
              label={t('store.region')}
              defaultValue={store.region}
              error={errorAt('region')}
            >
              {regions.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </SelectField>
            <TextField
              name="lapseDays"
              inputMode="numeric"
              label={t('store.lapseDays')}
              hint={t('store.lapseHint')}
              defaultValue={store.lapseDays ?? 30}
              error={errorAt('lapseDays')}
            />
            <TextField
              name="uncollectedDays"
              inputMode="numeric"
              label={t('store.uncollectedDays')}
              hint={t('store.uncollectedHint')}
              defaultValue={store.uncollectedDays ?? 90}
              error={errorAt('uncollectedDays')}
            />
          </div>
          <TickList
            name="servesRegions"
            legend={t('store.servesRegions')}
            hint={t('store.servesHint')}
            options={regions.map(({ code, name }) => ({ value: code, label: name }))}
            chosen={store.servesRegions ?? regions.map(({ code }) => code)}
            error={errorAt('servesRegions')}
          />
          <Tick
            name="fourEyes:boolean"
            label={t('store.fourEyes')}
            hint={t('store.fourEyesHint')}
            defaultChecked={store.fourEyes ?? true}
            sendsOff
          />
          {isNew ? (
            <input type="hidden" name="closed:boolean" value="false" />
          ) : (
            <Tick
              name="closed:boolean"
              label={t('store.closed')}
              hint={t('store.closedHint')}
              defaultChecked={store.closed}
              sendsOff
            />
          )}
        </>
      )}
    </SettingsForm>
  )
}
