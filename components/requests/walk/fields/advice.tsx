'use client'
import { useTranslations } from 'next-intl'
import { Tick } from '@/components/ui/tick'
import type { FieldsProps } from './fields-props'

/** P5: unlink accounts before service stops, and what is irreversible. */
export function AdviceFields({ outcome, frozenDays, errorAt }: FieldsProps) {
  const t = useTranslations('walk.advice')
  return (
    <>
      <Tick
        name="accountsUnbound:boolean"
        label={t('accountsUnbound')}
        required
        defaultChecked={outcome.accountsUnbound === true}
        error={errorAt('accountsUnbound')}
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
