'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/field'
import type { SectionProps } from './record-values'
import { Section } from './section'

export function NumberSection({ choices, defaults, errorAt, warningAt }: SectionProps) {
  const t = useTranslations('record')
  const field = (path: string) => ({ error: errorAt(path), warning: warningAt(path) })
  return (
    <Section title={t('section.number')}>
      <TextField name="phoneNumber" label={t('phoneNumber')} hint={t('phoneHint')} inputMode="tel" defaultValue={defaults.phoneNumber?.replace(/^\+86/, '')} {...field('phoneNumber')} />
      {choices.cardType === 'sim' && (
        <TextField name="card.iccid" label={t('iccid')} optional={t('optional')} hint={t('iccidHint')} defaultValue={defaults.card?.iccid} {...field('card.iccid')} />
      )}
      {choices.cardType === 'esim' && (
        <>
          <TextField name="card.eid" label={t('eid')} optional={t('optional')} hint={t('eidHint')} inputMode="numeric" defaultValue={defaults.card?.eid} {...field('card.eid')} />
          <TextField name="card.imei" label={t('imei')} optional={t('optional')} hint={t('imeiHint')} inputMode="numeric" defaultValue={defaults.card?.imei} {...field('card.imei')} />
        </>
      )}
    </Section>
  )
}
