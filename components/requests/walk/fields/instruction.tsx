'use client'
import { useTranslations } from 'next-intl'
import { Tick } from '@/components/ui/tick'
import type { FieldsProps } from './fields-props'

export function InstructionFields({ outcome, errorAt }: FieldsProps) {
  const t = useTranslations('walk.instruction')
  return (
    <Tick
      name="done:boolean"
      label={t('done')}
      required
      defaultChecked={outcome.done === true}
      error={errorAt('done')}
    />
  )
}
