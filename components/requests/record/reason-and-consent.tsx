'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Choice } from '@/components/ui/choice'
import { Tick } from '@/components/ui/tick'
import { type Relation, reasonsFor } from '@/lib/domain/coded-values'
import { localPath } from '@/lib/i18n/address'
import type { SectionProps } from './record-values'

/** An heir's reason is the holder's death, until another one is chosen (P29). */
export function ReasonChoice({ choices, defaults, errorAt }: SectionProps) {
  const t = useTranslations('record')
  const words = useTranslations('words.reason')
  const isHeir = choices.relation === 'heir'
  const offered = reasonsFor(choices.relation as Relation)
  const recorded = offered.find((one) => one === defaults.reason)
  return (
    <Choice
      key={String(isHeir)}
      name="reason"
      legend={t('reason')}
      columns="flow"
      options={offered.map((value) => ({ value, label: words(value) }))}
      defaultValue={recorded ?? (isHeir ? 'death' : undefined)}
      error={errorAt('reason')}
    />
  )
}

export function ConsentTick({ defaults, errorAt }: SectionProps) {
  const t = useTranslations('record')
  const locale = useLocale()
  return (
    <Tick
      name="consent:boolean"
      label={t('consent')}
      hint={
        <>
          {t('consentHint')}{' '}
          <a
            href={localPath(locale, '/privacy')}
            target="_blank"
            rel="noopener"
            className="text-accent underline"
          >
            {t('privacyLink')}
          </a>
        </>
      }
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
