'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import type { FieldsProps } from './fields-props'

/** P5, P19: unlink accounts before service stops, how many there are, and what is irreversible. */
export function AdviceFields({ outcome, frozenDays, errorAt }: FieldsProps) {
  const t = useTranslations('walk.advice')
  const record = useTranslations('record')
  return (
    <>
      <Tick
        name="accountsUnbound:boolean"
        label={t('accountsUnbound')}
        required
        defaultChecked={outcome.accountsUnbound === true}
        error={errorAt('accountsUnbound')}
      />
      <TextField
        name="accountsFound"
        inputMode="numeric"
        label={t('accountsFound')}
        hint={t('accountsFoundHint')}
        optional={record('optional')}
        className="max-w-xs"
        defaultValue={outcome.accountsFound === undefined ? '' : String(outcome.accountsFound)}
        error={errorAt('accountsFound')}
      />
      <Tick
        name="cannotBeUndone:boolean"
        label={t('cannotBeUndone', { days: frozenDays })}
        required
        defaultChecked={outcome.cannotBeUndone === true}
        error={errorAt('cannotBeUndone')}
      />
    </>
  )
}
