'use client'
import { useTranslations } from 'next-intl'
import { Choice } from '@/components/ui/choice'
import { Tick } from '@/components/ui/tick'
import { reasons } from '@/lib/domain/coded-values'
import type { SectionProps } from './record-values'

export function ReasonChoice({ defaults, errorAt }: SectionProps) {
  const t = useTranslations('record')
  const words = useTranslations('words.reason')
  return (
    <Choice
      name="reason"
      legend={t('reason')}
      columns={6}
      options={reasons.map((value) => ({ value, label: words(value) }))}
      defaultValue={defaults.reason}
      error={errorAt('reason')}
    />
  )
}

export function ConsentTick({ defaults, errorAt }: SectionProps) {
  const t = useTranslations('record')
  return (
    <Tick
      name="consent:boolean"
      label={t('consent')}
      hint={t('consentHint')}
      defaultChecked={defaults.consent}
      error={errorAt('consent')}
      required
    />
  )
}

/** Ticked in store until it is unticked: online nobody waits. */
export function WaitingTick({ choices }: SectionProps) {
  const t = useTranslations('record')
  return (
    <Tick
      key={choices.channel}
      name="customerWaiting:boolean"
      label={t('customerWaiting')}
      defaultChecked={choices.channel !== 'online'}
    />
  )
}
