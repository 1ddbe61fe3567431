'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import type { FieldsProps } from './fields-props'

/** The carrier's reference and day. There is no field for the service password: the holder types it at the carrier (F8). */
export function CarrierSubmissionFields({ outcome, today, hours, errorAt }: Pick<FieldsProps, 'outcome' | 'today' | 'hours' | 'errorAt'>) {
  const t = useTranslations('walk.submission')
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="carrierReference" label={t('reference')} defaultValue={outcome.carrierReference as string | undefined} error={errorAt('carrierReference')} />
        {hours && <TextField name="submittedAt" type="time" label={t('at')} hint={t('hours', hours)} defaultValue={outcome.submittedAt as string | undefined} error={errorAt('submittedAt')} />}
        <TextField name="submittedOn" type="date" max={today} label={t('on')} defaultValue={(outcome.submittedOn as string | undefined) ?? today} error={errorAt('submittedOn')} />
      </div>
      <Tick name="passwordTypedByHolder:boolean" label={t('password')} defaultChecked={outcome.passwordTypedByHolder === true} error={errorAt('passwordTypedByHolder')} />
    </>
  )
}
