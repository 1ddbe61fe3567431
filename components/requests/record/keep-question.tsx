'use client'
import { useTranslations } from 'next-intl'
import { Choice } from '@/components/ui/choice'
import { Notice } from '@/components/ui/notice'
import type { SectionProps } from './record-values'
import { Section } from './section'

/** Moving the number to another carrier is not a cancellation, so it is asked first (P6). */
export function KeepQuestion({ choices, choose, errorAt }: SectionProps) {
  const t = useTranslations('record')
  return (
    <Section title={t('section.keep')}>
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
      />
      {choices.keepNumber === 'true' && (
        <Notice tone="warn" role="status" title={t('keepStop')}>
          {t('keepStopText')}
        </Notice>
      )}
    </Section>
  )
}
