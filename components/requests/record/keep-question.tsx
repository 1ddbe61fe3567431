'use client'
import { useTranslations } from 'next-intl'
import { Choice } from '@/components/ui/choice'
import type { SectionProps } from './record-values'

/** Moving the number to another carrier is not a cancellation, so it is asked first (P6). */
export function KeepQuestion({ choices, choose, errorAt }: SectionProps) {
  const t = useTranslations('record')
  return (
    <Choice
      name="keepNumber:boolean"
      legend={t('keepNumber')}
      options={[
        { value: 'false', label: t('keepNo') },
        { value: 'true', label: t('keepYes') },
      ]}
      value={choices.keepNumber}
      onChange={(keepNumber) => choose({ keepNumber })}
      error={errorAt('keepNumber')}
      inline
    />
  )
}
