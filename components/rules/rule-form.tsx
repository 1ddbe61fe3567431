'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DateField } from '@/components/forms/date-field'
import { type ErrorAt, type FormActionOf, SettingsForm } from '@/components/settings/settings-form'
import { TickList } from '@/components/settings/tick-list'
import { SelectField, TextField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import { surenesses } from '@/lib/carriers/rulebook/rules'
import type { RuleFields } from '@/lib/carriers/rulebook/rule-form'
import type { Topic } from '@/lib/carriers/rulebook/topics'
import { cardTypes, channels, refundRoutes, relations, storeKinds } from '@/lib/domain/coded-values'
import { personalDocuments } from '@/lib/domain/identifiers/document'

export type EditedRule = {
  topic: Topic
  fields: RuleFields
  regions: string[]
  storeKinds: string[]
  cardTypes: string[]
  channels: string[]
  source: string
  sureness: string
  checkedOn: string
}
type Props = {
  action: FormActionOf
  values: Record<string, string>
  rule: EditedRule
  regions: readonly { code: string; name: string }[]
  today: string
}

/** A rule of a carrier: what it says, for which cases, and where that is known from. */
export function RuleForm({ action, values, rule, regions, today }: Props) {
  const t = useTranslations('rules')
  const words = useTranslations('words')
  const settings = useTranslations('settings')
  return (
    <SettingsForm
      action={action}
      values={{ ...values, topic: rule.topic }}
      scope="rule"
      save={settings('save')}
    >
      {(errorAt) => (
        <>
          <ValueFields topic={rule.topic} fields={rule.fields} errorAt={errorAt} />
          <fieldset className="grid gap-4 rounded-md border border-line p-4">
            <legend className="px-1 font-semibold">{t('narrowing')}</legend>
            <p className="text-sm text-quiet">{t('narrowingHint')}</p>
            <div className="grid gap-4 sm:grid-cols-3">
              <TickList
                name="channels"
                legend={t('channels')}
                options={channels.map((value) => ({ value, label: words(`channel.${value}`) }))}
                chosen={rule.channels}
              />
              <TickList
                name="cardTypes"
                legend={t('cardTypes')}
                options={cardTypes.map((value) => ({ value, label: words(`cardType.${value}`) }))}
                chosen={rule.cardTypes}
              />
              <TickList
                name="storeKinds"
                legend={t('storeKinds')}
                options={storeKinds.map((value) => ({ value, label: t(`storeKind.${value}`) }))}
                chosen={rule.storeKinds}
              />
            </div>
            <TickList
              name="regions"
              legend={t('regions')}
              options={regions.map(({ code, name }) => ({ value: code, label: name }))}
              chosen={rule.regions}
              error={errorAt('regions')}
            />
          </fieldset>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              name="source"
              label={t('source')}
              hint={t('sourceHint')}
              defaultValue={rule.source}
              error={errorAt('source')}
              className="sm:col-span-2"
            />
            <SelectField
              name="sureness"
              label={t('sure')}
              defaultValue={rule.sureness}
              error={errorAt('sureness')}
            >
              {surenesses.map((value) => (
                <option key={value} value={value}>
                  {t(`sureness.${value}`)}
                </option>
              ))}
            </SelectField>
            <DateField
              name="checkedOn"
              label={t('checkedOn')}
              hint={t('checkedOnHint')}
              defaultValue={rule.checkedOn || today}
              max={today}
              error={errorAt('checkedOn')}
            />
          </div>
        </>
      )}
    </SettingsForm>
  )
}

type ValueProps = { topic: Topic; fields: RuleFields; errorAt: ErrorAt }

function ValueFields({ topic, fields, errorAt }: ValueProps) {
  const t = useTranslations('rules')
  const words = useTranslations('words')
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  const list = (name: string) =>
    Array.isArray(fields[name]) ? (fields[name] as string[]) : ([] as string[])
  const field = (name: Parameters<typeof t>[0] & string, inputMode?: 'numeric') => (
    <TextField
      key={name}
      name={name}
      label={t(name)}
      inputMode={inputMode}
      defaultValue={text(name)}
      error={errorAt(name)}
    />
  )
  switch (topic) {
    case 'offered':
      return (
        <Tick
          name="offered:boolean"
          label={t('says.offered')}
          defaultChecked={fields.offered !== false}
          sendsOff
        />
      )
    case 'visit_order':
      return (
        <Tick
          name="secondaryFirst:boolean"
          label={t('says.secondaryFirst')}
          defaultChecked={fields.secondaryFirst !== false}
          sendsOff
        />
      )
    case 'stores':
      return (
        <SelectField
          name="cancels"
          label={words('ruleTopic.stores')}
          defaultValue={text('cancels') || 'nationwide'}
          error={errorAt('cancels')}
        >
          {(['nationwide', 'home_region', 'none'] as const).map((value) => (
            <option key={value} value={value}>
              {t(`says.stores.${value}`)}
            </option>
          ))}
        </SelectField>
      )
    case 'window':
      return <WindowFields fields={fields} errorAt={errorAt} />
    case 'documents':
      return (
        <TickList
          name="kinds"
          legend={words('ruleTopic.documents')}
          options={personalDocuments.map((value) => ({
            value,
            label: words(`document.${value}`),
          }))}
          chosen={list('kinds')}
          error={errorAt('kinds')}
        />
      )
    case 'applicants':
      return (
        <>
          <TickList
            name="relations"
            legend={words('ruleTopic.applicants')}
            options={relations.map((value) => ({ value, label: words(`relation.${value}`) }))}
            chosen={list('relations')}
            error={errorAt('relations')}
          />
          {field('adultAge', 'numeric')}
        </>
      )
    case 'refund':
      return (
        <>
          <TickList
            name="routes"
            legend={words('ruleTopic.refund')}
            options={refundRoutes.map((value) => ({ value, label: words(`route.${value}`) }))}
            chosen={list('routes')}
            error={errorAt('routes')}
          />
          <div className="grid gap-4 sm:grid-cols-3">
            {field('claimMonths', 'numeric')}
            <By
              name="arrivesBy"
              kinds={['working_days', 'next_month']}
              chosen={text('arrivesBy')}
            />
            {field('arrivesIn', 'numeric')}
          </div>
        </>
      )
    case 'pre_cancel':
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          <By name="endsBy" kinds={['days', 'next_month']} chosen={text('endsBy')} />
          {field('endsIn', 'numeric')}
        </div>
      )
    case 'call_back':
      return (
        <>
          <Tick
            name="rings:boolean"
            label={t('says.call')}
            defaultChecked={fields.rings !== false}
            sendsOff
          />
          <div className="grid gap-4 sm:grid-cols-2">
            {field('withinHours', 'numeric')}
            {field('endsAfterMissed', 'numeric')}
          </div>
        </>
      )
    case 'links':
      return (
        <div className="grid gap-4">
          {field('page')}
          {field('entryZh')}
          {field('entryEn')}
        </div>
      )
  }
}

function By({
  name,
  kinds,
  chosen,
}: {
  name: 'arrivesBy' | 'endsBy'
  kinds: readonly ('days' | 'working_days' | 'next_month')[]
  chosen: string
}) {
  const t = useTranslations('rules')
  return (
    <SelectField name={name} label={t(name)} defaultValue={chosen}>
      <option value="">{t(name === 'endsBy' ? 'says.atOnce' : 'unknown')}</option>
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`by.${kind}`)}
        </option>
      ))}
    </SelectField>
  )
}

function WindowFields({ fields, errorAt }: Omit<ValueProps, 'topic'>) {
  const t = useTranslations('rules')
  const known = (fields.exceptions ?? []) as Record<string, string>[]
  const [rows] = useState([...known, {} as Record<string, string>])
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          name="from"
          type="time"
          label={t('from')}
          hint={t('hoursHint')}
          defaultValue={String(fields.from ?? '')}
          error={errorAt('from')}
        />
        <TextField
          name="to"
          type="time"
          label={t('to')}
          defaultValue={String(fields.to ?? '')}
          error={errorAt('to')}
        />
        <TextField
          name="closedDays"
          label={t('closedDays')}
          hint={t('daysHint')}
          defaultValue={String(fields.closedDays ?? '')}
          error={errorAt('closedDays')}
        />
      </div>
      {rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows neither move nor go
        <fieldset key={place} className="grid gap-4 sm:grid-cols-3">
          <legend className="font-semibold">{t('exception', { n: place + 1 })}</legend>
          {(['days', 'from', 'to'] as const).map((part) => (
            <TextField
              key={part}
              name={`exceptions.${place}.${part}`}
              {...(part !== 'days' && { type: 'time' })}
              label={t(part)}
              defaultValue={row[part] ?? ''}
              error={errorAt(`exceptions.${place}.${part}`)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}
