'use client'
import { useTranslations } from 'next-intl'
import { AskBeforeLeaving } from '@/components/forms/ask-before-leaving'
import { SelectField, TextField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import { papers, receiptNames, storeKinds } from '@/lib/domain/coded-values'
import { type ReaderLayout, readerFields, readerSeparators } from '@/lib/domain/identity-reader'
import type { StoreSettings } from '@/lib/stores/schemas'
import { type FormActionOf, SettingsForm } from './settings-form'
import { OpeningHoursFields } from './opening-hours-fields'
import { StorePlaceFields } from './store-place-fields'
import { TickList } from './tick-list'

// Readers type name, sex, people, birth, address and number.
const readerParts = [0, 1, 2, 3, 4, 5]

type Named = { code: string; name: string }
type Props = {
  action: FormActionOf
  values: Record<string, string>
  store: Partial<
    Omit<StoreSettings, 'readerFields' | 'readerSeparator' | 'paper' | 'receiptName' | 'kind'>
  > & { paper?: string; receiptName?: string; kind?: string }
  reader: ReaderLayout
  regions: readonly Named[]
  carriers: readonly Named[]
  isNew: boolean
}

/** A store's names, address, served home regions, periods, and what it prints. */
export function StoreForm({ action, values, store, reader, regions, carriers, isNew }: Props) {
  const t = useTranslations('settings')
  const words = useTranslations('words')
  return (
    <SettingsForm
      action={action}
      values={values}
      scope="store"
      save={t('save')}
      leaving={AskBeforeLeaving}
    >
      {(errorAt) => (
        <>
          {isNew && (
            <TextField
              name="code"
              label={t('store.code')}
              hint={t('store.codeHint')}
              error={errorAt('code')}
              className="sm:max-w-xs"
            />
          )}
          <div className="field-row">
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
            <SelectField
              name="carrier"
              label={t('store.carrier')}
              hint={t('store.carrierHint')}
              defaultValue={store.carrier ?? ''}
              error={errorAt('carrier')}
            >
              <option value="">{t('store.carrierNone')}</option>
              {carriers.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </SelectField>
            <SelectField
              name="kind"
              label={t('store.kind')}
              defaultValue={store.kind ?? 'own'}
              error={errorAt('kind')}
            >
              {storeKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`store.kinds.${kind}`)}
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
            <SelectField
              name="paper"
              label={t('store.paper')}
              hint={t('store.paperHint')}
              defaultValue={store.paper ?? 'a4'}
              error={errorAt('paper')}
            >
              {papers.map((paper) => (
                <option key={paper} value={paper}>
                  {words(`paper.${paper}`)}
                </option>
              ))}
            </SelectField>
            <SelectField
              name="receiptName"
              label={t('store.receiptName')}
              hint={t('store.receiptNameHint')}
              defaultValue={store.receiptName ?? 'masked'}
              error={errorAt('receiptName')}
            >
              {receiptNames.map((name) => (
                <option key={name} value={name}>
                  {t(`store.receiptNames.${name}`)}
                </option>
              ))}
            </SelectField>
          </div>
          <StorePlaceFields store={store} errorAt={errorAt} />
          <OpeningHoursFields hours={store.hours ?? null} errorAt={errorAt} />
          <TickList
            name="carriers"
            legend={t('store.carriers')}
            hint={t('store.carriersHint')}
            options={carriers.map(({ code, name }) => ({ value: code, label: name }))}
            chosen={store.carriers ?? []}
            error={errorAt('carriers')}
          />
          <TickList
            name="servesRegions"
            legend={t('store.servesRegions')}
            hint={t('store.servesHint')}
            options={regions.map(({ code, name }) => ({ value: code, label: name }))}
            chosen={store.servesRegions ?? regions.map(({ code }) => code)}
            error={errorAt('servesRegions')}
          />
          <fieldset className="min-w-0">
            <legend className="mb-1 font-semibold">{t('store.reader')}</legend>
            <p className="mb-2 text-sm text-quiet">{t('store.readerHint')}</p>
            <div className="grid gap-4 sm:grid-cols-3">
              {readerParts.map((place) => (
                <SelectField
                  key={place}
                  name={`readerFields.${place}`}
                  label={t('store.readerPart', { n: place + 1 })}
                  defaultValue={reader.fields[place] ?? ''}
                  error={place === 0 ? errorAt('readerFields') : undefined}
                >
                  <option value="">{t('store.readerNone')}</option>
                  {readerFields.map((part) => (
                    <option key={part} value={part}>
                      {t(`store.part.${part}`)}
                    </option>
                  ))}
                </SelectField>
              ))}
              <SelectField
                name="readerSeparator"
                label={t('store.readerSeparator')}
                defaultValue={reader.separator}
                error={errorAt('readerSeparator')}
              >
                {Object.keys(readerSeparators).map((separator) => (
                  <option key={separator} value={separator}>
                    {t(`store.separator.${separator as keyof typeof readerSeparators}`)}
                  </option>
                ))}
              </SelectField>
            </div>
          </fieldset>
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
