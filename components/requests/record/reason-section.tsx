'use client'
import { useTranslations } from 'next-intl'
import { Choice } from '@/components/ui/choice'
import { Tick } from '@/components/ui/tick'
import { reasons } from '@/lib/domain/coded-values'
import type { SectionProps } from './record-values'
import { Section } from './section'

export function ReasonSection({
  defaults,
  errorAt,
  amending,
}: SectionProps & { amending: boolean }) {
  const t = useTranslations('record')
  const words = useTranslations('words.reason')
  return (
    <Section title={t('section.reason')}>
      <Choice
        name="reason"
        legend={t('reason')}
        columns={3}
        options={reasons.map((value) => ({ value, label: words(value) }))}
        defaultValue={defaults.reason}
        error={errorAt('reason')}
      />
      <Tick
        name="consent:boolean"
        label={t('consent')}
        hint={t('consentHint')}
        defaultChecked={defaults.consent}
        error={errorAt('consent')}
      />
      {!amending && (
        <Tick
          name="customerWaiting:boolean"
          label={t('customerWaiting')}
          hint={t('customerWaitingHint')}
          defaultChecked
        />
      )}
    </Section>
  )
}
