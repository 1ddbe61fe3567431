'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { TextFileField } from '@/components/forms/text-file-field'
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
  const fill = (text: string) => {
    const area = field.current?.querySelector('textarea')
    if (area) area.value = text
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
      <TextFileField label={t('file')} accept=".csv,text/csv,text/plain" onText={fill} />
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
