'use client'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import { useFault } from '@/components/forms/texts'
import { Button } from '@/components/ui/button'
import { Choice } from '@/components/ui/choice'
import { DateField } from '@/components/forms/date-field'
import { TextField } from '@/components/ui/field'
import type { FormState } from '@/lib/forms/form-state'

type Props = {
  values: Record<string, string>
  year: number
  action: (before: FormState, form: FormData) => Promise<FormState>
}

/** An exception to a weekday: a day off, or a make-up working day. */
export function DayForm({ values, year, action }: Props) {
  const t = useTranslations('calendar.day')
  const fault = useFault()
  const { state, pending, errors, ready, formProps } = useFormAction(action)
  const errorAt = (path: string) => (errors[path] ? fault(errors[path]) : undefined)
  return (
    <ActionForm formProps={formProps} ready={ready} className="grid gap-4">
      <FormMessages state={state} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <DateField
        name="date"
        min={`${year}-01-01`}
        max={`${year}-12-31`}
        label={t('date')}
        error={errorAt('date')}
        className="max-w-xs"
      />
      <Choice
        name="day"
        legend={t('kind')}
        options={(['off', 'work'] as const).map((value) => ({ value, label: t(value) }))}
        error={errorAt('day')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="nameZh" label={t('nameZh')} error={errorAt('nameZh')} />
        <TextField name="nameEn" label={t('nameEn')} error={errorAt('nameEn')} />
      </div>
      <div>
        <Button look="secondary" disabled={pending}>
          {t('save')}
        </Button>
      </div>
    </ActionForm>
  )
}
