'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/field'
import type { SectionProps } from './record-values'
import { Section } from './section'

export function NumberSection({ choices, defaults, recorded, errorAt, warningAt }: SectionProps) {
  const t = useTranslations('record')
  const hint = (name: 'iccid' | 'eid' | 'imei', usual: string) =>
    recorded[name] ? t('unchanged', { masked: recorded[name] }) : usual
  const field = (path: string) => ({ error: errorAt(path), warning: warningAt(path) })
  return (
    <Section title={t('section.number')}>
      <TextField
        name="phoneNumber"
        label={t('phoneNumber')}
        hint={t('phoneHint')}
        inputMode="tel"
        defaultValue={defaults.phoneNumber?.replace(/^\+86/, '')}
        {...field('phoneNumber')}
      />
      {choices.cardType === 'sim' && (
        <TextField
          name="card.iccid"
          label={t('iccid')}
          optional={t('optional')}
          hint={hint('iccid', t('iccidHint'))}
          {...field('card.iccid')}
        />
      )}
      {choices.cardType === 'esim' && (
        <>
          <TextField
            name="card.eid"
            label={t('eid')}
            optional={t('optional')}
            hint={hint('eid', t('eidHint'))}
            inputMode="numeric"
            {...field('card.eid')}
          />
          <TextField
            name="card.imei"
            label={t('imei')}
            optional={t('optional')}
            hint={hint('imei', t('imeiHint'))}
            inputMode="numeric"
            {...field('card.imei')}
          />
        </>
      )}
    </Section>
  )
}
