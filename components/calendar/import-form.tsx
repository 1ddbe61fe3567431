'use client'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, useRef } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import { useFault } from '@/components/forms/texts'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { ImportFaultCode } from '@/lib/calendar/import'
import type { FormState } from '@/lib/forms/form-state'
import { WhatMoves } from './what-moves'

type Props = {
  values: Record<string, string>
  year: string
  action: (before: FormState, form: FormData) => Promise<FormState>
}

/** Imports a whole year as CSV, from a file or pasted; the text is shown before it is sent. */
export function ImportForm({ values, year, action }: Props) {
  const t = useTranslations('calendar.import')
  const fault = useFault()
  const { state, pending, errors, ready, formProps } = useFormAction(action)
  const field = useRef<HTMLDivElement>(null)
  const fill = async ({ currentTarget: { files } }: ChangeEvent<HTMLInputElement>) => {
    const text = await files?.[0]?.text()
    const area = field.current?.querySelector('textarea')
    if (area && text !== undefined) area.value = text
  }
  return (
    <ActionForm formProps={formProps} ready={ready} className="grid gap-4">
      <FormMessages state={state} />
      {state.status === 'faulty' && (
        <Notice tone="bad" role="alert" title={t('faults')}>
          <ul>
            {state.faults.map(({ line, column, code }) => (
              <li key={`${line}.${column}.${code}`}>
                {t('fault', { line, column, what: t(`code.${code as ImportFaultCode}`) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="text-sm text-quiet">{t('text')}</p>
      <label className="grid gap-1">
        <span className="font-semibold">{t('file')}</span>
        <input
          type="file"
          accept=".csv,text/csv,text/plain"
          onChange={fill}
          className={
            'min-h-11 py-1.5 text-sm file:mr-3 file:min-h-9 file:rounded-md file:border ' +
            'file:border-edge file:bg-surface file:px-3 file:font-semibold file:text-accent'
          }
        />
      </label>
      <div ref={field}>
        <TextArea
          name="csv"
          label={t('csv')}
          rows={8}
          placeholder={`date,day,name_zh,name_en\n${year}-10-01,off,国庆节,National Day`}
          className="font-mono text-sm"
          error={errors.csv ? fault(errors.csv) : undefined}
        />
      </div>
      <WhatMoves state={state} />
      <div className="flex flex-wrap gap-3">
        <Button look="secondary" name="$look" value="1" disabled={pending}>
          {t('look')}
        </Button>
        <Button look="danger" disabled={pending}>
          {t('save', { year })}
        </Button>
      </div>
    </ActionForm>
  )
}
